package org.vigie.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class PdqHasherTest {
  private final PdqHasher hasher = new PdqHasher();

  @Test
  void kernel_inThisRunOfTheTests_isTheOneTheBuildAskedFor() {
    assertThat(PdqKernel.preferred().getClass().getSimpleName())
        .isEqualTo(System.getProperty("vigie.expected-kernel", "VectorPdqKernel"));
    assertThat(LumaKernel.preferred() instanceof ScalarLumaKernel)
        .isEqualTo(PdqKernel.preferred() instanceof ScalarPdqKernel);
  }

  static List<PdqVector> vectors() {
    return PdqVector.all();
  }

  @Test
  void table_ofVectors_hasAllRows() {
    assertThat(PdqVector.all())
        .hasSize(48)
        .allSatisfy(row -> assertThat(row.signals()).hasSize(8));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void picture_ofEveryVector_hasTheChecksumOfTheTable(PdqVector vector) {
    long fnv = 1469598103934665603L;
    for (byte value : vector.rgb()) {
      fnv = (fnv ^ (value & 0xff)) * 1099511628211L;
    }
    assertThat(fnv).isEqualTo(vector.checksum());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void hash_ofEveryVector_isTheReferences(PdqVector vector) {
    PdqFingerprint fingerprint = hasher.hash(vector.plane());
    assertThat(fingerprint.signal().text())
        .isEqualTo(vector.signals().getFirst().text());
    assertThat(fingerprint.quality()).isEqualTo(vector.quality());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void hashOrientations_ofEveryVector_areTheReferences(PdqVector vector) {
    PdqOrientations orientations = hasher.hashOrientations(vector.plane());
    assertThat(orientations.signals()).isEqualTo(vector.signals());
    assertThat(orientations.quality()).isEqualTo(vector.quality());
  }

  static Stream<NoisePlane> noise() {
    Random random = new Random(20_261_122);
    return Stream.concat(
        Stream.of(
            new NoisePlane(64, 64, 1),
            new NoisePlane(65, 5, 2),
            new NoisePlane(5, 65, 3),
            new NoisePlane(70_000, 6, 4),
            new NoisePlane(6, 70_000, 5),
            new NoisePlane(65_536, 33, 6),
            new NoisePlane(65_537, 33, 7)),
        random.longs(60).mapToObj(NoisePlane::ofSeed));
  }

  @ParameterizedTest
  @MethodSource("noise")
  void hash_anyFloatPlane_equalsTheModels(NoisePlane plane) {
    PdqFingerprint expected = NaivePdq.hash(plane);
    PdqFingerprint found = hasher.hash(plane);
    assertThat(found.signal().text())
        .as("%s", plane)
        .isEqualTo(expected.signal().text());
    assertThat(found.quality()).as("%s", plane).isEqualTo(expected.quality());
    assertThat(hasher.hashOrientations(plane).original()).as("%s", plane).isEqualTo(found);
  }

  @Test
  void hash_afterAnotherPicture_isTheSame() {
    PdqVector large = PdqVector.ofSeed(27);
    PdqVector small = PdqVector.ofSeed(40);
    for (PdqVector vector : List.of(large, small, large, small)) {
      assertThat(hasher.hash(vector.plane()).signal())
          .isEqualTo(vector.signals().getFirst());
    }
  }

  @Test
  void hash_flatPicture_setsNoBitsByNoiseAndHasQualityZero() {
    LumaPlane black = LumaPlane.ofGrey(300, 200, new byte[300 * 200]);
    assertThat(hasher.hash(black)).isEqualTo(new PdqFingerprint(PdqSignal.ZERO, 0));
  }

  @ParameterizedTest
  @CsvSource({"1,100000000", "100000000,1", "4,100000000", "100000000,4", "1,1"})
  void hash_sideBelowFive_isZeroWithoutReadingARow(int width, int height) {
    LumaPlane unreadable = new UnreadablePlane(width, height);
    assertThat(hasher.hash(unreadable)).isEqualTo(new PdqFingerprint(PdqSignal.ZERO, 0));
    PdqOrientations orientations = hasher.hashOrientations(unreadable);
    assertThat(orientations.signals()).containsOnly(PdqSignal.ZERO);
    assertThat(orientations.quality()).isZero();
  }

  private record UnreadablePlane(int width, int height) implements LumaPlane {
    @Override
    public void readRow(int y, float[] samples, int offset) {
      throw new AssertionError("row " + y + " was read");
    }
  }

  @Test
  void hash_onceCompiled_allocatesItsResultOnly() {
    LumaPlane grey = LumaPlane.ofGrey(100, 100, new byte[100 * 100]);
    LumaPlane colour = LumaPlane.ofRgb(70, 90, new byte[3 * 70 * 90]);
    Runnable both = () -> {
      hasher.hash(grey);
      hasher.hash(colour);
    };
    // Given to the assertion, the stream would be run to its end first.
    boolean smallOnce =
        Stream.generate(() -> Allocation.by(both)).limit(50_000).anyMatch(bytes -> bytes < 500);
    assertThat(smallOnce)
        .as("500 bytes for two results; vectors are objects until their code is compiled")
        .isTrue();
  }
}
