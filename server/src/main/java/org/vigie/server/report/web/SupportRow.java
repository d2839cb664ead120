package org.vigie.server.report.web;

/// A service for victims, as a row.
///
/// @param country in the viewer's language
/// @param audience whom it helps, in the viewer's language
/// @param phone may be empty
public record SupportRow(
    String country, String audience, String name, String phone, String address) {}
