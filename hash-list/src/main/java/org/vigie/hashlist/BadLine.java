package org.vigie.hashlist;

/// A line of a hash list that breaks the format.
///
/// @param line counted from 1
/// @param reason one English clause, without the signal itself
public record BadLine(long line, String reason) {}
