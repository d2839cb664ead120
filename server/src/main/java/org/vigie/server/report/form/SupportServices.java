package org.vigie.server.report.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The services for victims, from the file `support/services.tsv`.
///
/// @param all in the order of the file
public record SupportServices(List<SupportService> all) {
  private static final String FILE = "/support/services.tsv";
  private static final int COLUMNS = 5;

  public SupportServices {
    all = List.copyOf(all);
  }

  /// Reads the file.
  public static SupportServices load() {
    try (InputStream in =
        Objects.requireNonNull(SupportServices.class.getResourceAsStream(FILE), FILE)) {
      return new SupportServices(new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(SupportServices::service)
          .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of support services cannot be read", e);
    }
  }

  private static SupportService service(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException("a line of " + FILE + " has not " + COLUMNS + " columns");
    }
    return new SupportService(
        Optional.of(columns[0]).filter(country -> !country.equals("-")),
        SupportService.Audience.ofWord(columns[1]),
        columns[2],
        Optional.of(columns[3]).filter(phone -> !phone.equals("-")),
        columns[4]);
  }
}
