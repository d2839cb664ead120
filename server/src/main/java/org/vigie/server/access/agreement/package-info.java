/// Gives access only where two independent people agree: requests for access, and grants.
///
/// Invariant: nobody approves their own request, and nobody approves for a person whose access they
/// gave alone less than a day ago. Used by the rooms `people`, `signin` and `web`; other modules
/// use `Grants`, `Independence` and `Origins`.
@NullMarked
package org.vigie.server.access.agreement;

import org.jspecify.annotations.NullMarked;
