package org.vigie.server.access;

/// An API key that was just made.
///
/// @param token what the program has to send; this is the only time that it can be seen
public record NewKey(ApiKey key, KeyToken token) {}
