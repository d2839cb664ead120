package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The names of the log's files, in their order.
class WalSegmentTest {
  @ParameterizedTest
  @CsvSource({
    "000000010000000000000001, 000000010000000000000002",
    "0000000100000000000000FF, 000000010000000100000000",
    "0000000A00000009000000FF, 0000000A0000000A00000000",
    "FFFFFFFFFFFFFFFE000000FF, FFFFFFFFFFFFFFFF00000000"
  })
  void next_segment_isTheFollowingName(String name, String following) {
    WalSegment segment = WalSegment.parse(name);
    assertThat(segment.name()).isEqualTo(name);
    assertThat(segment.next().name()).isEqualTo(following);
    assertThat(segment.isUpTo(WalSegment.parse(following))).isTrue();
    assertThat(WalSegment.parse(following).isUpTo(segment)).isFalse();
    assertThat(segment.isUpTo(segment)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00000001000000000000000", "000000010000000000000100", "x"})
  void parse_otherName_isRefused(String name) {
    assertThatThrownBy(() -> WalSegment.parse(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
