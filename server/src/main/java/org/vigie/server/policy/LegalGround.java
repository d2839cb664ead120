package org.vigie.server.policy;

/// The ground of a decision, Regulation (EU) 2022/2065, Art. 17(3)(d) and (e).
///
/// @param illegal whether a law is broken; otherwise only the terms
/// @param reference the provision or the clause; a category of the policy is a clause of the terms
///     too, by its key
public record LegalGround(boolean illegal, String reference) {}
