package org.vigie.server.policy.store;

import org.vigie.server.policy.RevisionEntry;

/// A revision with its text as it was written.
public record StoredRevision(RevisionEntry entry, String text) {}
