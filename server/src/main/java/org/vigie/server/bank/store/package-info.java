/// All SQL of the banks, in the schema `bank`.
///
/// ```
/// revision   the one counter; locked from a change's last step to its commit
/// change     the change of each revision; append-only, followed by every index
/// bank ── member ─┬─ signal         never deleted
///                 └─ member_event   history
/// ```
///
/// Locks are taken in the order member, bank, revision.
@NullMarked
package org.vigie.server.bank.store;

import org.jspecify.annotations.NullMarked;
