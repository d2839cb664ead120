package org.vigie.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdqLumaTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "255, 0, 0, 76.245",
    "0, 255, 0, 149.685",
    "0, 0, 255, 29.07",
    "147, 117, 181, 133.266",
    "128, 128, 128, 128"
  })
  void readRow_ofColour_weighsTheChannels(int red, int green, int blue, float expected) {
    int width = 41;
    byte[] rgb = new byte[3 * width * 2];
    for (int at = 0; at < rgb.length; at += 3) {
      rgb[at] = (byte) red;
      rgb[at + 1] = (byte) green;
      rgb[at + 2] = (byte) blue;
    }
    for (int y = 0; y < 2; y++) {
      float[] row = new float[width];
      LumaPlane.ofRgb(width, 2, rgb).readRow(y, row, 0);
      assertThat(row).usingComparatorWithPrecision(1e-4f).containsOnly(expected);
    }
  }

  @Test
  void readRow_ofGrey_readsUnsignedBytesOfThatRowOnly() {
    byte[] grey = new byte[256 * 2];
    for (int at = 0; at < 512; at++) {
      grey[at] = (byte) (at < 256 ? 7 : at);
    }
    float[] row = new float[258];
    LumaPlane.ofGrey(256, 2, grey).readRow(1, row, 1);
    for (int x = 0; x < 256; x++) {
      assertThat(row[x + 1]).isEqualTo(x);
    }
    assertThat(row[0]).isZero();
    assertThat(row[257]).isZero();
  }

  @Test
  void readRow_outsideThePlaneOrWithoutRoom_isRefused() {
    for (LumaPlane plane : new LumaPlane[] {
      LumaPlane.ofGrey(40, 2, new byte[80]), LumaPlane.ofRgb(40, 2, new byte[240])
    }) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> plane.readRow(-1, new float[40], 0));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> plane.readRow(2, new float[40], 0));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> plane.readRow(0, new float[40], 1));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 0", "5, 0, 0", "-1, -1, 1", "2, 2, 3", "2, 2, 5", "65536, 65536, 0"})
  void plane_ofAnotherSizeThanItsArray_isRefused(int width, int height, int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LumaPlane.ofGrey(width, height, new byte[length]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LumaPlane.ofRgb(width, height, new byte[3 * length]));
  }
}
