package org.vigie.server.access;

/// Identifies an API key: the part of it that is not secret, 12 letters and digits.
public record KeyId(String value) {}
