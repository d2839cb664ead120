package org.vigie.server.frame;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.frame`.
///
/// @param demo whether every page says that its content is made up, default false
@ConfigurationProperties(value = "vigie.frame", ignoreUnknownFields = false)
public record FrameSettings(@DefaultValue("false") boolean demo) {}
