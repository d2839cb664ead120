package org.vigie.server.access;

import java.util.UUID;

/// Identifies a grant.
public record GrantId(UUID value) {}
