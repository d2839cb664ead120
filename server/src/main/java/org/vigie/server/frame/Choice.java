package org.vigie.server.frame;

/// One of the values that a form field offers.
///
/// @param value the value in the form
/// @param label the text for people
public record Choice(String value, String label) {}
