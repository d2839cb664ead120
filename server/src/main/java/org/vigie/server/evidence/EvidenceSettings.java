package org.vigie.server.evidence;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.evidence`.
///
/// @param blobDirectory where sealed objects lie, default `data/blobs`; `./vigie run` always
///     sets it to `blobs/` in the data directory
@ConfigurationProperties(value = "vigie.evidence", ignoreUnknownFields = false)
public record EvidenceSettings(@DefaultValue("data/blobs") Path blobDirectory) {}
