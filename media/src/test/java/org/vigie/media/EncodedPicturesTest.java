package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.testkit.SyntheticPicture;

/// Reads files of the JDK's encoders in every variant they know; the decoded picture must equal the
/// original.
class EncodedPicturesTest {
  private static final int WIDTH = 37;
  private static final int HEIGHT = 29;
  private static final SyntheticPicture PICTURE = new SyntheticPicture(WIDTH, HEIGHT, 5);

  private final LumaSource source = LumaSources.inProcess();

  static Stream<Arguments> variants() {
    return Stream.of(
        Arguments.of("png", BufferedImage.TYPE_INT_RGB, null, false),
        Arguments.of("png", BufferedImage.TYPE_INT_RGB, null, true),
        Arguments.of("png", BufferedImage.TYPE_INT_ARGB, null, false),
        Arguments.of("png", BufferedImage.TYPE_BYTE_GRAY, null, false),
        Arguments.of("png", BufferedImage.TYPE_BYTE_GRAY, null, true),
        Arguments.of("png", BufferedImage.TYPE_USHORT_GRAY, null, false),
        Arguments.of("png", BufferedImage.TYPE_BYTE_INDEXED, null, true),
        Arguments.of("png", BufferedImage.TYPE_BYTE_BINARY, null, false),
        Arguments.of("png", BufferedImage.TYPE_BYTE_BINARY, null, true),
        Arguments.of("gif", BufferedImage.TYPE_BYTE_INDEXED, null, false),
        Arguments.of("gif", BufferedImage.TYPE_BYTE_INDEXED, null, true),
        Arguments.of("gif", BufferedImage.TYPE_BYTE_BINARY, null, false),
        Arguments.of("bmp", BufferedImage.TYPE_INT_RGB, "BI_RGB", false),
        Arguments.of("bmp", BufferedImage.TYPE_INT_RGB, "BI_BITFIELDS", false),
        Arguments.of("bmp", BufferedImage.TYPE_USHORT_555_RGB, "BI_RGB", false),
        Arguments.of("bmp", BufferedImage.TYPE_USHORT_565_RGB, "BI_BITFIELDS", false),
        Arguments.of("bmp", BufferedImage.TYPE_BYTE_INDEXED, "BI_RGB", false),
        Arguments.of("bmp", BufferedImage.TYPE_BYTE_INDEXED, "BI_RLE8", false),
        Arguments.of("bmp", BufferedImage.TYPE_BYTE_BINARY, "BI_RGB", false),
        Arguments.of("bmp", BufferedImage.TYPE_BYTE_GRAY, "BI_RGB", false),
        Arguments.of("tiff", BufferedImage.TYPE_INT_RGB, null, false),
        Arguments.of("tiff", BufferedImage.TYPE_INT_RGB, "LZW", false),
        Arguments.of("tiff", BufferedImage.TYPE_INT_RGB, "Deflate", false),
        Arguments.of("tiff", BufferedImage.TYPE_INT_RGB, "ZLib", false),
        Arguments.of("tiff", BufferedImage.TYPE_INT_RGB, "PackBits", false),
        Arguments.of("tiff", BufferedImage.TYPE_INT_ARGB, "LZW", false),
        Arguments.of("tiff", BufferedImage.TYPE_BYTE_GRAY, "LZW", false),
        Arguments.of("tiff", BufferedImage.TYPE_USHORT_GRAY, "LZW", false),
        Arguments.of("tiff", BufferedImage.TYPE_USHORT_GRAY, null, false),
        Arguments.of("tiff", BufferedImage.TYPE_BYTE_INDEXED, "PackBits", false),
        Arguments.of("tiff", BufferedImage.TYPE_BYTE_BINARY, "LZW", false));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void decode_variant_equals_the_picture_encoded(
      String format, int type, String compression, boolean interlaced) throws IOException {
    BufferedImage image = drawn(type);
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (compression != null) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
    }
    if (param.canWriteProgressive()) {
      param.setProgressiveMode(
          interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
    }
    assertSame(Outcomes.decode(source, encoded(writer, param, image)), image);
  }

  @ParameterizedTest
  @CsvSource({"16,16", "64,64", "48,16"})
  void decode_tiled_tiff_equals_the_picture_encoded(int tileWidth, int tileHeight)
      throws IOException {
    BufferedImage image = drawn(BufferedImage.TYPE_INT_RGB);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
    param.setTiling(tileWidth, tileHeight, 0, 0);
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionType("LZW");
    assertSame(Outcomes.decode(source, encoded(writer, param, image)), image);
  }

  private static BufferedImage drawn(int type) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    if (image.getRaster().getNumBands() == 1 && image.getRaster().getTransferType() == 1) {
      fillShorts(image);
    } else {
      image.getGraphics().drawImage(PICTURE.image(), 0, 0, null);
    }
    return image;
  }

  private static void fillShorts(BufferedImage image) {
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, i * 61 & 0xffff);
    }
  }

  private static byte[] encoded(ImageWriter writer, ImageWriteParam param, BufferedImage image)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  private static void assertSame(DecodeOutcome outcome, BufferedImage image) {
    assertThat(Outcomes.samples(outcome))
        .containsExactly(Outcomes.samples(expected(image)), within(0.001f));
  }

  /// Returns the luma of the original picture: grey samples as they are, the rest by its colours.
  private static LumaPlane expected(BufferedImage image) {
    int type = image.getType();
    if (type == BufferedImage.TYPE_BYTE_GRAY || type == BufferedImage.TYPE_USHORT_GRAY) {
      int shift = type == BufferedImage.TYPE_USHORT_GRAY ? Byte.SIZE : 0;
      byte[] grey = new byte[WIDTH * HEIGHT];
      for (int i = 0; i < grey.length; i++) {
        grey[i] = (byte) (image.getRaster().getSample(i % WIDTH, i / WIDTH, 0) >> shift);
      }
      return LumaPlane.ofGrey(WIDTH, HEIGHT, grey);
    }
    byte[] rgb = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = image.getRGB(i / 3 % WIDTH, i / 3 / WIDTH);
      rgb[i] = (byte) (pixel >> 16 - Byte.SIZE * (i % 3));
    }
    return LumaPlane.ofRgb(WIDTH, HEIGHT, rgb);
  }
}
