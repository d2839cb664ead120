package org.vigie.server.access;

import java.time.Instant;

/// A grant that waits for a second person.
public record WaitingGrant(GrantId id, GrantRequest request, Instant askedAt) {}
