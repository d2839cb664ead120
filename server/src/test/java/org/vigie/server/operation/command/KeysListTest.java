package org.vigie.server.operation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.KeyEnds;
import org.vigie.server.access.KeyHistory;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Scope;

final class KeysListTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void end_ofAKey_isTheDayThatWasAskedForInUtc() {
    ApiKey key = new ApiKey(
        new KeyId("abcdefghijkl"),
        new KeyName("gateway"),
        Set.of(Scope.SCAN),
        100,
        new KeyLimits(KeyEnds.after("2030-12-31", NOW), List.of(), true),
        new KeyHistory(NOW, "vigie", Optional.empty(), Optional.empty(), Optional.empty()));
    KeysList.Line line = KeysList.Line.of(key, NOW);
    assertThat(line.text()).contains("\t2030-12-31 UTC\t").endsWith("\ttrue");
    assertThat(line.json()).contains("\"expires\":\"2030-12-31\"", "\"test\":true");
    assertThat(key.limits().expiresAt())
        .isEqualTo(Optional.of(Instant.parse("2031-01-01T00:00:00Z")));
  }
}
