package org.vigie.server.access;

/// An API key that was just made.
///
/// @param token the program sends it with each request; it can be seen only this once
public record NewKey(ApiKey key, KeyToken token) {}
