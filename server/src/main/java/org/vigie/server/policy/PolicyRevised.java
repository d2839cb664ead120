package org.vigie.server.policy;

/// A new revision of the catalogue holds from now on.
public record PolicyRevised(PolicyRevision revision) {}
