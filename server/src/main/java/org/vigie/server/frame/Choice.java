package org.vigie.server.frame;

/// One of the values that a form field offers.
///
/// @param value what the form sends
/// @param label what people read
public record Choice(String value, String label) {}
