package org.vigie.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// The machine of the measurements.
public final class Machine {
  private Machine() {}

  public static Figures figures() {
    return Figures.of("machine", "this")
        .with("processor", processor())
        .with("cores", Integer.valueOf(Runtime.getRuntime().availableProcessors()))
        .with("jdk", Runtime.version().toString())
        .with(
            "vector_api",
            Boolean.valueOf(
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()))
        .with("date", LocalDate.now(ZoneOffset.UTC).toString());
  }

  private static String processor() {
    Path cpuInfo = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(cpuInfo)) {
      return System.getProperty("os.arch");
    }
    try {
      List<String> lines = Files.readAllLines(cpuInfo);
      return lines.stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 2))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException("a table of the kernel cannot be read: " + cpuInfo, e);
    }
  }
}
