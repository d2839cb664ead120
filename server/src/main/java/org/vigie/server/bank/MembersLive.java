package org.vigie.server.bank;

/// Members of a bank that had ended may be the reason for a measure again: one was put back, the
/// bank was enabled, or an import changed existing members. [Members#ended] returns which have
/// still ended. Published in the transaction of the change.
public record MembersLive(BankId bank) {}
