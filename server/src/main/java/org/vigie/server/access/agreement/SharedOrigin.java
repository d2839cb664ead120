package org.vigie.server.access.agreement;

import java.time.Instant;
import org.vigie.server.access.PersonId;

/// The reason why two people do not count as two.
///
/// @param giver the person who gave access to both; may be one of the two
/// @param direct whether the giver gave it without other people between
/// @param until from then on they count as two, unless somebody gives them more access
public record SharedOrigin(PersonId giver, boolean direct, Instant until) {}
