/// Notices from people, messengers, hotlines and trusted flaggers, and the receipts they get.
///
/// A [Notice] enters through the room `intake`, is answered with a receipt, and is read by
/// `review`, which reports the outcome through [Notices]. The content of a notice never changes;
/// its progress does.
///
/// Invariants: a notice that was answered with a receipt is stored, and its files and snapshot are
/// sealed; the form asks for a reporter's name and address only where the law requires them, never
/// for child abuse; they appear in no log, ledger or page but that of the notice. Publishes:
/// [NoticeReceived]. Threads: any.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"frame", "messenger", "access", "policy", "evidence", "scan", "outbox"})
package org.vigie.server.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
