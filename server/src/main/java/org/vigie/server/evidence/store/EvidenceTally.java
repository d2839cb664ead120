package org.vigie.server.evidence.store;

/// The counts of the vault.
///
/// @param sealed objects that are not destroyed
/// @param held those of them that a hold keeps
public record EvidenceTally(long sealed, long held) {}
