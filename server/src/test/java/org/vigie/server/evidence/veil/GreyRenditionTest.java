package org.vigie.server.evidence.veil;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.fingerprint.LumaPlane;

final class GreyRenditionTest {
  private static byte[] noise(int width, int height) {
    byte[] grey = new byte[width * height];
    new Random(width * 31L + height).nextBytes(grey);
    return grey;
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 500, 32, 32, 16",
    "500, 1000, 8, 4, 8",
    "100, 100, 32, 12, 12",
    "16, 9, 32, 2, 1",
    "7, 7, 32, 1, 1",
    "1, 4000, 20, 1, 20",
    "4000, 1, 20, 20, 1"
  })
  void size_ofARendition_isAtMostAnEighth(int width, int height, int longSide, int wide, int high) {
    GreyRendition made =
        GreyRendition.of(LumaPlane.ofGrey(width, height, noise(width, height)), longSide);

    assertThat(made.width()).isEqualTo(wide);
    assertThat(made.height()).isEqualTo(high);
  }

  @ParameterizedTest
  @CsvSource({"1000, 500, 32", "333, 777, 20", "97, 41, 8"})
  void samples_ofARendition_areMeansOfTheirAreas(int width, int height, int longSide) {
    byte[] grey = noise(width, height);
    GreyRendition made = GreyRendition.of(LumaPlane.ofGrey(width, height, grey), longSide);

    for (int y = 0; y < made.height(); y++) {
      for (int x = 0; x < made.width(); x++) {
        assertThat(made.at(x, y)).isEqualTo(mean(grey, width, height, made, x, y));
      }
    }
  }

  private static int mean(byte[] grey, int width, int height, GreyRendition made, int x, int y) {
    long sum = 0;
    long count = 0;
    for (int row = y * height / made.height(); row < (y + 1) * height / made.height(); row++) {
      for (int column = x * width / made.width();
          column < (x + 1) * width / made.width();
          column++) {
        sum += grey[row * width + column] & 0xFF;
        count++;
      }
    }
    return (int) Math.round((double) sum / count);
  }

  @Test
  void png_ofARendition_isReadByOthersAsTheSame() throws IOException {
    GreyRendition made = GreyRendition.of(LumaPlane.ofGrey(640, 400, noise(640, 400)), 32);

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(made.png()));

    assertThat(read.getWidth()).isEqualTo(made.width());
    assertThat(read.getHeight()).isEqualTo(made.height());
    for (int y = 0; y < made.height(); y++) {
      for (int x = 0; x < made.width(); x++) {
        assertThat(read.getRaster().getSample(x, y, 0)).isEqualTo(made.at(x, y));
      }
    }
  }
}
