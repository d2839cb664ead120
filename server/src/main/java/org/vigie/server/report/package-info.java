/// Notices from people, messengers, hotlines and trusted flaggers, and the receipts they get.
///
/// A [Notice] enters through [Intake], is answered with a [Receipt], and is read by `review`,
/// which tells the outcome back through [Notices]. A notice never changes what it says; what
/// becomes of it does.
///
/// Invariants: what was answered with a receipt is stored, its attachments and snapshot sealed;
/// name and address of a reporter are asked only where the law wants them, never for child
/// abuse, and stand in no log, ledger or page but that of the notice. Publishes:
/// [NoticeReceived]. Threads: any.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"frame", "access", "policy", "evidence", "scan", "outbox"})
package org.vigie.server.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
