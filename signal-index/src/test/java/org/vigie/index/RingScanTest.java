package org.vigie.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every [RingScan] against counting bits entry by entry.
class RingScanTest {
  private static final int ENTRIES = 4_000;

  @ParameterizedTest
  @CsvSource({"0, VectorRingScan", "47, VectorRingScan", "48, WideVectorRingScan"})
  void forBuckets_thisJvm_isTheOneTheBuildExpects(int averageEntries, String withVectors) {
    boolean vectors = System.getProperty("vigie.expected-scan", "vectors").equals("vectors");
    assertThat(RingScan.forBuckets(averageEntries).getClass().getSimpleName())
        .isEqualTo(vectors ? withVectors : "ScalarRingScan");
  }

  @ParameterizedTest
  @ValueSource(shorts = {0, 1, 2, 3, 5, 16})
  void scan_randomRing_marksWhatIsWithinTheLimit(short limit) {
    assertMarksWithinLimit(RingScan.forBuckets(1), limit);
    assertMarksWithinLimit(RingScan.forBuckets(1000), limit);
    assertMarksWithinLimit(new ScalarRingScan(), limit);
  }

  private static void assertMarksWithinLimit(RingScan scan, short limit) {
    RandomGenerator random =
        RandomSignals.of(limit, RandomSignals.Shape.RANDOM, 0).random();
    short wanted = (short) random.nextInt();
    short[] ring = new short[ENTRIES];
    int[] places = new int[200];
    for (int i = 0; i < ENTRIES; i++) {
      ring[i] = (short) (wanted ^ fewBits(random));
    }
    for (int i = 0; i < places.length; i++) {
      places[i] = random.nextInt(ENTRIES - 64 - 100);
    }
    long[] near = new long[places.length];
    scan.scan(MemorySegment.ofArray(ring), 100, places, 3, 190, wanted, limit, near);
    for (int i = 0; i < places.length; i++) {
      boolean asked = i >= 3 && i < 190;
      for (int lane = 0; lane < scan.lanes(); lane++) {
        int distance = Integer.bitCount((ring[100 + places[i] + lane] ^ wanted) & 0xffff);
        assertThat((near[i] >>> lane & 1) == 1)
            .as("%s, limit %d, place %d, lane %d", scan, limit, i, lane)
            .isEqualTo(asked && distance <= limit);
      }
    }
  }

  private static int fewBits(RandomGenerator random) {
    return random.ints(random.nextInt(7), 0, 16).reduce(0, (bits, bit) -> bits ^ 1 << bit);
  }
}
