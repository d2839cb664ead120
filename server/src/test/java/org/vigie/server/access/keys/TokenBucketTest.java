package org.vigie.server.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenBucketTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MAX_VALUE - 3, Long.MIN_VALUE + 1})
  void bucket_afterQuiet_letsASecondsShareThroughAtOnce(long start) {
    TokenBucket bucket = new TokenBucket(4);
    for (int request = 0; request < 4; request++) {
      assertThat(bucket.take(start)).isZero();
    }
    assertThat(bucket.take(start)).isEqualTo(Duration.ofMillis(250));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, Long.MAX_VALUE - 3})
  void bucket_thatIsEmpty_letsOneThroughEachInterval(long start) {
    TokenBucket bucket = new TokenBucket(4);
    for (int request = 0; request < 4; request++) {
      assertThat(bucket.take(start)).isZero();
    }
    assertThat(bucket.take(start + SECOND / 4 - 1)).isEqualTo(Duration.ofNanos(1));
    assertThat(bucket.take(start + SECOND / 4)).isZero();
    assertThat(bucket.take(start + SECOND / 4)).isPositive();
  }
}
