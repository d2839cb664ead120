package org.vigie.index;

/// An indexed signal that lies within the radius of a query.
///
/// @param id the identifier of the signal
/// @param distance in the unit of the signal type: bits for Hamming signals, 0 for digests
public record Hit(long id, int distance) {}
