package org.vigie.server.hma.lookup;

/// A member that matches, in HMA's words "bank content".
///
/// @param bank the name of its bank
/// @param distance bits for PDQ, 0 for digests
public record Finding(String bank, long content, int distance) {}
