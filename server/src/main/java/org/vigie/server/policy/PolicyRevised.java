package org.vigie.server.policy;

/// A new revision of the catalogue is in force. Published in the transaction that stores it.
public record PolicyRevised(PolicyRevision revision) {}
