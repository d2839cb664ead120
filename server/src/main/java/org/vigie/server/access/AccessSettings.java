package org.vigie.server.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.access`.
///
/// @param hmaFromLocal whether programs on this machine may call `/hma` without a key, default
///     true
@ConfigurationProperties(value = "vigie.access", ignoreUnknownFields = false)
public record AccessSettings(@DefaultValue("true") boolean hmaFromLocal) {}
