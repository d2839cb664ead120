/// Known content: banks, members, signals, and the index that finds them.
///
/// Invariant: PostgreSQL holds the truth; the index can always be rebuilt from it, and answers
/// nothing until it has caught up once. [Growth] tells what came to match between two revisions.
/// Publishes: [BankRevised]. Threads: any.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access", "policy"})
package org.vigie.server.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
