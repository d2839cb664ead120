package org.vigie.server.bank;

/// Many members of a bank may have ended at once: it was closed or disabled, holds known false
/// positives from now on, or an import changed existing members. Decisions that cite them may
/// have been wrong; [Members#ended] returns which members have ended. Published in the
/// transaction of the change.
public record MembersEnded(BankId bank) {}
