package org.vigie.server.policy.store;

/// A revision with its text as it was written.
public record StoredRevision(RevisionEntry entry, String text) {}
