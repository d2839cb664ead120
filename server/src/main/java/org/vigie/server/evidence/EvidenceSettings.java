package org.vigie.server.evidence;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.server.evidence.seal.HsmSettings;
import org.vigie.server.evidence.vault.BlobSettings;

/// Settings under `vigie.evidence`.
///
/// @param blobDirectory folder of the sealed objects, or of those on their way to a bucket, default
///     `data/blobs`; `./vigie run` always sets it to `blobs/` in the data directory
/// @param blobs the bucket, if one stores them
/// @param hsm the hardware security module that wraps their keys, if one does
@ConfigurationProperties(value = "vigie.evidence", ignoreUnknownFields = false)
public record EvidenceSettings(
    @DefaultValue("data/blobs") Path blobDirectory,
    @DefaultValue BlobSettings blobs,
    @DefaultValue HsmSettings hsm) {
  /// Returns these settings with another folder.
  public EvidenceSettings in(Path folder) {
    return new EvidenceSettings(folder, blobs, hsm);
  }
}
