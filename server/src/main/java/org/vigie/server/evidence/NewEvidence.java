package org.vigie.server.evidence;

import java.time.Instant;

/// What is said of content that is to be sealed.
///
/// @param mediaType such as `image/jpeg`
/// @param source what it belongs to, by identifier: `scan:…`, `notice:…`
/// @param keepUntil when it may be destroyed at the earliest without anybody asking
public record NewEvidence(EvidenceKind kind, String mediaType, String source, Instant keepUntil) {}
