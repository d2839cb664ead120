package org.vigie.server.access.agreement;

import java.time.Instant;
import org.vigie.server.access.PersonId;

/// The reason why two people do not count as two.
///
/// @param giver the person who gave access to both; may be one of the two
/// @param direct whether the giver gave it directly, without people in between
/// @param until when they start to count as two, unless they get more access before
public record SharedOrigin(PersonId giver, boolean direct, Instant until) {}
