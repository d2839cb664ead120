package org.vigie.server.frame;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The address of the page that is shown, without host.
///
/// @param path such as `/banks`
/// @param query as it was sent, without the question mark; may be empty
public record Place(String path, String query) {
  private static final String CHOICE = "lang=";

  /// Returns the address of the same page in a language.
  String in(Language language) {
    return Stream.concat(
            Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty() && !part.startsWith(CHOICE)),
            Stream.of(CHOICE + language.code()))
        .collect(Collectors.joining("&", path + "?", ""));
  }
}
