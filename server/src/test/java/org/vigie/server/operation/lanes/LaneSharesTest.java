package org.vigie.server.operation.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.server.frame.Lane;

final class ConnectionSharesTest {
  @ParameterizedTest
  @CsvSource({"10,1,1,1,1,2,3,1", "20,5,2,3,2,2,4,2", "100,37,10,19,10,2,12,10"})
  void shares_ofATotal_areTheseAndNoMore(
      int total, int scans, int calls, int people, int strangers, int watch, int back, int apart) {
    Map<Lane, Integer> shares = LaneShares.of(total);
    assertThat(shares)
        .containsEntry(Lane.SCANS, scans)
        .containsEntry(Lane.CALLS, calls)
        .containsEntry(Lane.PEOPLE, people)
        .containsEntry(Lane.STRANGERS, strangers)
        .containsEntry(Lane.WATCH, watch)
        .containsEntry(Lane.BACKGROUND, back)
        .containsEntry(Lane.APART, apart);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 19, 20, 21, 57, 900})
  void shares_ofAnyTotal_useAllOfItAndReachEveryLane(int total) {
    Map<Lane, Integer> shares = LaneShares.of(total);
    assertThat(shares).containsOnlyKeys(Lane.values());
    assertThat(shares.values()).allMatch(share -> share >= 1);
    assertThat(shares.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(total);
  }

  @Test
  void shares_ofTooFew_areRefused() {
    assertThatThrownBy(() -> LaneShares.of(9)).isInstanceOf(IllegalArgumentException.class);
  }
}
