package org.vigie.server.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.vigie.testkit.SyntheticPicture;

/// Files for tests, made of seeds.
public final class MadeUpMedia {
  private MadeUpMedia() {}

  /// Returns a picture of good quality.
  public static SyntheticPicture picture(long seed) {
    return new SyntheticPicture(512, 384, seed);
  }

  /// Returns that picture as a PNG file.
  public static byte[] png(long seed) {
    return png(picture(seed).image());
  }

  public static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
