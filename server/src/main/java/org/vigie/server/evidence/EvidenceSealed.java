package org.vigie.server.evidence;

/// An object was sealed; published in the transaction that stores it.
public record EvidenceSealed(EvidenceId evidence) {}
