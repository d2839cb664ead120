package org.vigie.server.bank.store;

/// The numbers of members of open banks that are set aside or disputed.
///
/// @param setAside by the flood guard; they do not match until a person has decided
/// @param disputed by people; they match, and every measure needs a person
public record MemberDoubts(long setAside, long disputed) {}
