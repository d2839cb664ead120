/// Gives access only where two independent people agree: requests for access, and grants.
///
/// Invariant: people never approve their own request, nor one of a person whose access they alone
/// gave less than a day ago. Used by the rooms `people`, `signin` and `web`; other modules use
/// `Grants`, `Independence` and `Origins`.
@NullMarked
package org.vigie.server.access.agreement;

import org.jspecify.annotations.NullMarked;
