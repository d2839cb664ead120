package org.vigie.server.operation.disk;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.platform.DataDirectory;
import org.vigie.server.operation.settings.DiskSettings;

/// Wires the watch over the disk of the data directory.
@Configuration(proxyBeanMethods = false)
class DiskConfiguration {
  /// Without a data directory, as in tests, the disk is that of the temporary folder.
  @Bean
  DataDisk.Disk dataDirectoryDisk(ObjectProvider<DataDirectory> directory) {
    DataDirectory data = directory.getIfAvailable();
    return DataDisk.Disk.of(
        data == null ? Path.of(System.getProperty("java.io.tmpdir")) : data.root());
  }

  @Bean
  DataDisk dataDisk(
      DataDisk.Disk disk, DiskSettings settings, InstantSource clock, MeterRegistry meters) {
    return new DataDisk(disk, settings, clock, meters);
  }
}
