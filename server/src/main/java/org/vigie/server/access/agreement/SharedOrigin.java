package org.vigie.server.access.agreement;

import java.time.Instant;
import org.vigie.server.access.PersonId;

/// Why two people do not count as two.
///
/// @param giver whose doing the access of both is; may be one of the two
/// @param direct whether the giver gave access to the other of the two without anybody between
/// @param until from when on they count as two, if nobody gives them anything more
public record SharedOrigin(PersonId giver, boolean direct, Instant until) {}
