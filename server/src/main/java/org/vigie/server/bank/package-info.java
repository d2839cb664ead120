/// Known content: banks, members, signals, and the index that finds them.
///
/// Invariant: PostgreSQL holds the truth; the index can always be rebuilt from it, and answers
/// nothing until it has caught up once. [Growth] gathers the content that came to match between
/// two revisions. Publishes: [BankRevised], [MembersEnded], [MembersLive], [MemberSetAside],
/// [MemberWithdrawn]. Threads: any.
///
/// Rooms: `curating` changes banks and members, `transfer` imports and exports files (`file`),
/// `revising` numbers and publishes each change, `index` follows and searches, `flood` guards
/// against careless members.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "policy"})
package org.vigie.server.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
