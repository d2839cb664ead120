package org.vigie.testkit;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// A synthetic picture as people pass it on: as it is, turned, or made smaller.
public final class PictureFile {
  private final BufferedImage image;

  private PictureFile(BufferedImage image) {
    this.image = image;
  }

  /// The picture as it was made.
  public static PictureFile of(SyntheticPicture picture) {
    return new PictureFile(picture.image());
  }

  /// Returns it a quarter turn clockwise.
  public PictureFile turned() {
    BufferedImage turned = blank(/* width= */ image.getHeight(), /* height= */ image.getWidth());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        turned.setRGB(image.getHeight() - 1 - y, x, image.getRGB(x, y));
      }
    }
    return new PictureFile(turned);
  }

  /// Returns it at a share of its size.
  public PictureFile scaled(double share) {
    int width = (int) (image.getWidth() * share);
    int height = (int) (image.getHeight() * share);
    BufferedImage scaled = blank(width, height);
    Graphics2D canvas = scaled.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.drawImage(image, 0, 0, width, height, null);
    canvas.dispose();
    return new PictureFile(scaled);
  }

  private static BufferedImage blank(int width, int height) {
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /// Returns the bytes of a JPEG file.
  public byte[] jpeg() {
    return encoded("jpeg");
  }

  /// Returns the bytes of a BMP file, the quickest to make and read.
  public byte[] bmp() {
    return encoded("bmp");
  }

  private byte[] encoded(String format) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, file)) {
        throw new IllegalStateException("the JDK writes no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return file.toByteArray();
  }
}
