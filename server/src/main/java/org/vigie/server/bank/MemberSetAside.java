package org.vigie.server.bank;

/// A member matched far too much and no longer matches: a lead has to decide. Published in the
/// transaction of the change.
public record MemberSetAside(BankId bank, MemberId member) {}
