package org.vigie.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.testkit.SyntheticPicture;

/// Turns pictures pixel by pixel and checks that each label names the right turn.
class PdqDihedralTest {
  /// Names the pixel of the original that is seen at a place of the turned picture.
  private interface Turn {
    /// Returns row * side + column in the original.
    int source(int row, int column, int last);
  }

  private static final int SIDE = 512;

  /// Bits; not 0, since PDQ's samples do not lie quite in the middle of their blocks.
  private static final int CLOSE = 31;

  private static final int FAR = 90;

  /// Computes the turn that each constant documents, in pixels of a square.
  private static Turn turn(Dihedral orientation) {
    return switch (orientation) {
      case ORIGINAL -> (row, column, last) -> at(row, column);
      case ROTATE_90 -> (row, column, last) -> at(column, last - row);
      case ROTATE_180 -> (row, column, last) -> at(last - row, last - column);
      case ROTATE_270 -> (row, column, last) -> at(last - column, row);
      case FLIP_X -> (row, column, last) -> at(last - row, column);
      case FLIP_Y -> (row, column, last) -> at(row, last - column);
      case FLIP_PLUS_1 -> (row, column, last) -> at(column, row);
      case FLIP_MINUS_1 -> (row, column, last) -> at(last - column, last - row);
    };
  }

  private static int at(int row, int column) {
    return row * SIDE + column;
  }

  static List<Arguments> turns() {
    List<Arguments> turns = new ArrayList<>();
    for (long seed : new long[] {19, 20, 25}) {
      for (Dihedral orientation : Dihedral.values()) {
        turns.add(Arguments.of(seed, orientation));
      }
    }
    return turns;
  }

  @ParameterizedTest
  @MethodSource("turns")
  void signal_ofAPictureTurnedByPixels_isClosestToItsLabel(long seed, Dihedral orientation) {
    byte[] rgb = new SyntheticPicture(SIDE, SIDE, seed).rgb();
    byte[] turned = new byte[rgb.length];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        int source = turn(orientation).source(row, column, SIDE - 1);
        System.arraycopy(rgb, 3 * source, turned, 3 * at(row, column), 3);
      }
    }
    PdqHasher hasher = new PdqHasher();
    PdqOrientations original = hasher.hashOrientations(LumaPlane.ofRgb(SIDE, SIDE, rgb));
    PdqSignal found = hasher.hash(LumaPlane.ofRgb(SIDE, SIDE, turned)).signal();
    for (Dihedral other : Dihedral.values()) {
      int distance = original.signal(other).distanceTo(found);
      if (other == orientation) {
        assertThat(distance).as("seed %d, %s", seed, other).isLessThanOrEqualTo(CLOSE);
      } else {
        assertThat(distance).as("seed %d, %s", seed, other).isGreaterThan(FAR);
      }
    }
  }

  @Test
  void label_ofEachOrientation_isLowercaseWithHyphens() {
    assertThat(Dihedral.values())
        .extracting(Dihedral::label)
        .containsExactly(
            "original",
            "rotate-90",
            "rotate-180",
            "rotate-270",
            "flip-x",
            "flip-y",
            "flip-plus-1",
            "flip-minus-1");
  }
}
