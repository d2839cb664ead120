package org.vigie.server.evidence;

import java.util.UUID;

/// Identifies a hold.
public record HoldId(UUID value) {}
