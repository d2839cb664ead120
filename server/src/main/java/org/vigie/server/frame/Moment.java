package org.vigie.server.frame;

/// A time as lists show it.
///
/// @param text without the obvious parts: the current year and UTC
/// @param whole with both
/// @param machine as machines read it, ISO 8601
public record Moment(String text, String whole, String machine) {}
