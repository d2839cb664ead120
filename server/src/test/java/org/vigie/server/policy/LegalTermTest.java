package org.vigie.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How long laws give.
final class LegalTermTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @ParameterizedTest
  @CsvSource({
    "PT1H,  2026-03-28T22:30:00Z, 2026-03-28T23:30:00Z",
    "PT48H, 2026-03-28T22:30:00Z, 2026-03-30T22:30:00Z",
    // The clocks of Paris go forward in that night, so two days of the calendar are 47 hours.
    "P2D,   2026-03-28T22:30:00Z, 2026-03-30T21:30:00Z",
    "P6M,   2026-08-31T10:00:00Z, 2027-02-28T11:00:00Z",
    "P1Y,   2028-02-29T10:00:00Z, 2029-02-28T10:00:00Z",
  })
  void end_ofATerm_followsTheClockOrTheCalendar(String text, Instant start, Instant end) {
    assertThat(LegalTerm.parse(text).orElseThrow().end(start, PARIS)).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "PT0S",
        "P0D",
        "-P1D",
        "P-1D",
        "P1DT1H",
        "P1W",
        "pt1h",
        "PT1.5H",
        "1H",
        " PT1H",
        "PT1H ",
        "PT1H\n",
        "P99999999999D"
      })
  void parse_ofAnythingElse_isEmpty(String text) {
    assertThat(LegalTerm.parse(text)).isEmpty();
  }
}
