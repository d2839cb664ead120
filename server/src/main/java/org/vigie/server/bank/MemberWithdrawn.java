package org.vigie.server.bank;

/// Somebody withdrew a member: what was decided because of it may have been wrong. Published in
/// the transaction of the change; closing a bank or an import tells [MembersEnded].
public record MemberWithdrawn(BankId bank, MemberId member) {}
