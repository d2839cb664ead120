package org.vigie.server.bank;

/// A member matched far too much and does not match any more: a lead has to decide.
public record MemberSetAside(BankId bank, MemberId member) {}
