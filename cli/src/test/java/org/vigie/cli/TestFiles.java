package org.vigie.cli;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Synthetic files, good and bad, written by other hands than those that read them.
final class TestFiles {
  private TestFiles() {}

  static byte[] encode(BufferedImage image, String format) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, file)) {
        throw new AssertionError("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  static byte[] jpeg(BufferedImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }

  /// Turns a square picture clockwise by quarters.
  static BufferedImage rotated(BufferedImage image, int quarters) {
    double centre = image.getWidth() / 2.0;
    return transformed(image, AffineTransform.getQuadrantRotateInstance(quarters, centre, centre));
  }

  static BufferedImage mirrored(BufferedImage image) {
    AffineTransform mirror = AffineTransform.getScaleInstance(-1, 1);
    mirror.translate(-image.getWidth(), 0);
    return transformed(image, mirror);
  }

  private static BufferedImage transformed(BufferedImage image, AffineTransform transform) {
    BufferedImage turned =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    new AffineTransformOp(transform, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, turned);
    return turned;
  }

  static BufferedImage halved(BufferedImage image) {
    int width = image.getWidth() / 2;
    int height = image.getHeight() / 2;
    BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = half.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return half;
  }

  /// Returns a small picture of 12 x 12 tiles of random grey: cheap to make, rich in contrast.
  static BufferedImage mosaic(long seed) {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(120, 120, BufferedImage.TYPE_INT_RGB);
    int[] tile = new int[100];
    for (int i = 0; i < 144; i++) {
      Arrays.fill(tile, random.nextInt(256) * 0x010101);
      image.setRGB(i % 12 * 10, i / 12 * 10, 10, 10, tile, 0, 10);
    }
    return image;
  }

  static BufferedImage blank() {
    return new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
  }

  /// Returns a PNG of a few bytes whose header promises 40,000 by 40,000 pixels.
  static byte[] bomb() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
    file.writeBytes(pngChunk("IHDR", HexFormat.of().parseHex("00009c4000009c400802000000")));
    file.writeBytes(pngChunk("IDAT", HexFormat.of().parseHex("789c030000000001")));
    file.writeBytes(pngChunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  private static byte[] pngChunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    return ByteBuffer.allocate(content.length + 12)
        .putInt(content.length)
        .put(name)
        .put(content)
        .putInt((int) crc.getValue())
        .array();
  }

  /// Writes the four bad files that every command must give a row with a cause.
  static void writeBadFiles(Path directory) throws IOException {
    byte[] jpeg = jpeg(mosaic(0), 0.9f);
    Files.write(directory.resolve("bad-1-empty.jpg"), new byte[0]);
    Files.write(directory.resolve("bad-2-truncated.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2));
    Files.writeString(directory.resolve("bad-3-text.jpg"), "This is no picture.\n");
    Files.write(directory.resolve("bad-4-bomb.png"), bomb());
  }

  static String hex(String algorithm, byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
