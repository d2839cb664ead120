package org.vigie.server.frame;

/// A time as lists show it.
///
/// @param text how far away it is, or what else a list needs of it
/// @param whole the date, the time and the zone
/// @param machine as machines read it, ISO 8601
public record Moment(String text, String whole, String machine) {}
