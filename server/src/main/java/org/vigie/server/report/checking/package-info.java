/// Notices as they are sent, and the rules that they must satisfy before anything is stored.
///
/// Invariant: a notice that breaks a rule is refused with the name of its field. Reads the policy,
/// writes nothing. Used by `attachments`, `intake`, `reporters` and `web`.
@NullMarked
package org.vigie.server.report.checking;

import org.jspecify.annotations.NullMarked;
