package org.vigie.server.bank;

/// Many members of a bank may have ended at once: it was closed or disabled, holds known false
/// positives from now on, or an import changed members that were there. What was decided because
/// of them may have been wrong; [Members#ended] says which they are. Published in the
/// transaction of the change.
public record MembersEnded(BankId bank) {}
