package org.vigie.server.review.cases;

import java.util.Optional;
import org.vigie.server.report.NoticeId;

/// An open case that a person may be handed next.
///
/// @param subject without sources and evidence
/// @param matches the number of members of banks that it matched
/// @param notice its first one
public record Upcoming(Case subject, int matches, Optional<NoticeId> notice) {}
