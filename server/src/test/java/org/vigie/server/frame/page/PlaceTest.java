package org.vigie.server.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.server.frame.Language;

final class PlaceTest {
  @ParameterizedTest
  @CsvSource({
    "'', /banks?lang=fr",
    "page=2, /banks?page=2&lang=fr",
    "lang=en, /banks?lang=fr",
    "q=a%20b&lang=en&page=2, /banks?q=a%20b&page=2&lang=fr",
    "slang=x, /banks?slang=x&lang=fr"
  })
  void address_inALanguage_keepsTheRestOfTheQuery(String query, String expected) {
    assertThat(new Place("/banks", query).in(Language.FR)).isEqualTo(expected);
  }

  /// The page of an error is shown at whatever address was asked for; a link to it must not lead to
  /// the site of somebody else.
  @ParameterizedTest
  @CsvSource({
    "//evil.example/x, /evil.example/x?lang=fr",
    "///evil.example, /evil.example?lang=fr",
    "/\\evil.example, /evil.example?lang=fr"
  })
  void address_thatBrowsersTakeForAnotherHost_staysHere(String path, String expected) {
    assertThat(new Place(path, "").in(Language.FR)).isEqualTo(expected);
  }
}
