package org.vigie.server.bank;

/// A member was withdrawn: decisions that cite it may have been wrong. Published in the transaction
/// of the change; closing a bank or an import publishes [MembersEnded].
public record MemberWithdrawn(BankId bank, MemberId member) {}
