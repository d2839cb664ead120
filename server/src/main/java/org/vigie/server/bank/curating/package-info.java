/// Creates, changes and closes banks, and adds, changes and wakes their members.
///
/// Invariant: each change is a revision, and each change of a member an event of its history.
/// Used by the rooms `flood` and `web`; other modules use `Banks` and `Members`.
@NullMarked
package org.vigie.server.bank.curating;

import org.jspecify.annotations.NullMarked;
