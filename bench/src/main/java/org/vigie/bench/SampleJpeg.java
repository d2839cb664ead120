package org.vigie.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.vigie.testkit.SyntheticPicture;

/// JPEG files as large as photographs.
public final class SampleJpeg {
  private SampleJpeg() {}

  /// Returns a picture of blurred colours with grain.
  ///
  /// @param grain the amplitude of noise as sensors have; without it a JPEG would be far smaller
  ///     than any photograph of its size
  /// @param quality of the encoder, 0 to 1
  public static byte[] of(int width, int height, int grain, float quality) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(grainy(width, height, grain), null, null), parameters);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  private static BufferedImage grainy(int width, int height, int amplitude) {
    byte[] rgb = new SyntheticPicture(width, height, 1).rgb();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < rgb.length; i++) {
      int sample = (rgb[i] & 0xff) + random.nextInt(-amplitude, amplitude + 1);
      rgb[i] = (byte) Math.clamp(sample, 0, 255);
    }
    return SyntheticPicture.image(width, height, rgb);
  }
}
