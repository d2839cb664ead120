package org.vigie.server.scan;

import java.util.UUID;

/// Identifies a scan; ordered by time (UUID version 7).
public record ScanId(UUID value) {}
