package org.vigie.server.bank;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings under `vigie.bank`.
///
/// @param indexDirectory where snapshots of the index stand, so that a start is quick; may be
///     lost at any time; default `data/index`
/// @param importDirectory where files stand while they are imported or exported, default
///     `data/index/imports`
/// @param maxImportSize the longest file that is imported, default 1 GB
/// @param flood when a member matches far too much
@ConfigurationProperties(value = "vigie.bank", ignoreUnknownFields = false)
public record BankSettings(
    @DefaultValue("data/index") Path indexDirectory,
    @DefaultValue("data/index/imports") Path importDirectory,
    @DefaultValue("1GB") DataSize maxImportSize,
    @DefaultValue FloodSettings flood) {
  public BankSettings {
    if (maxImportSize.toBytes() < 1) {
      throw new IllegalArgumentException("vigie.bank.max-import-size is at least 1 byte");
    }
  }
}
