package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Decoded;
import org.vigie.testkit.SyntheticPicture;

/// JPEG files with the extras of cameras, phones and editors.
class JpegInTheWildTest {
  private static final VectorFile PHOTO = VectorFile.named("photo-gray.jpg");

  static Stream<LumaSource> sources() {
    return Stream.of(LumaSources.inProcess(), LumaSources.withoutNatives(MediaSettings.DEFAULT));
  }

  private static void assertSamePicture(LumaSource source, byte[] file) {
    assertThat(Outcomes.samples(Outcomes.decode(source, file)))
        .isEqualTo(Outcomes.samples(Outcomes.decode(source, PHOTO.bytes())));
  }

  /// Returns the photo with bytes put behind its start marker.
  private static byte[] withSegment(byte[] segment) {
    byte[] photo = PHOTO.bytes();
    return new Bytes()
        .bytes(Arrays.copyOf(photo, 2))
        .bytes(segment)
        .bytes(Arrays.copyOfRange(photo, 2, photo.length))
        .toArray();
  }

  /// Returns the photo with bytes put before its end marker.
  private static byte[] withTail(byte[] tail) {
    byte[] photo = PHOTO.bytes();
    return new Bytes()
        .bytes(Arrays.copyOf(photo, photo.length - 2))
        .bytes(tail)
        .u8(0xff, 0xd9)
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_exif_orientation_is_not_applied(LumaSource source) {
    byte[] exif = new Bytes()
        .u8(0xff, 0xe1)
        .be16(34)
        .text("Exif\0\0II*\0")
        .le32(8)
        .le16(1, 0x112, 3)
        .le32(1, 6, 0)
        .toArray();
    byte[] file = withSegment(exif);
    Decoded decoded = Outcomes.decoded(Outcomes.decode(source, file));
    assertThat(decoded.width()).isEqualTo(PHOTO.width());
    assertThat(decoded.height()).isEqualTo(PHOTO.height());
    assertSamePicture(source, file);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_thumbnail_in_a_segment_is_skipped(LumaSource source) {
    byte[] thumbnail = VectorFile.named("photo-cmyk.jpg").bytes();
    byte[] segment =
        new Bytes().u8(0xff, 0xe1).be16(2 + thumbnail.length).bytes(thumbnail).toArray();
    assertSamePicture(source, withSegment(segment));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_bytes_behind_the_end_are_not_read(LumaSource source) {
    byte[] file =
        new Bytes().bytes(PHOTO.bytes()).bytes(PHOTO.bytes()).u8(1, 2, 3).toArray();
    assertSamePicture(source, file);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_stray_and_fill_bytes_between_segments_are_skipped(LumaSource source) {
    assertSamePicture(
        source, withSegment(new Bytes().u8(0xff, 0xff, 0xff, 0x01, 7, 0).toArray()));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_broken_profile_is_not_read(LumaSource source) {
    byte[] profile =
        new Bytes().u8(0xff, 0xe2).be16(18).text("ICC_PROFILE\0").u8(9, 0, 1, 2).toArray();
    assertSamePicture(source, withSegment(profile));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_progressive_without_end_marker_is_truncated(LumaSource source) {
    byte[] photo = VectorFile.named("photo-420-progressive.jpg").bytes();
    Outcomes.assertCause(
        Outcomes.decode(source, Arrays.copyOf(photo, photo.length - 2)), Cause.TRUNCATED);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_end_marker_behind_half_the_data_is_malformed(LumaSource source) {
    byte[] photo = PHOTO.bytes();
    byte[] half =
        new Bytes().bytes(Arrays.copyOf(photo, photo.length / 2)).u8(0xff, 0xd9).toArray();
    Outcomes.assertCause(Outcomes.decode(source, half), Cause.MALFORMED);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_adobe_cmyk_agrees_with_the_reference(LumaSource source) {
    VectorFile file = VectorFile.named("photo-cmyk.jpg");
    Decoded decoded = Outcomes.decoded(Outcomes.decode(source, file.bytes()));
    assertThat(new PdqHasher().hash(decoded.luma()).signal().distanceTo(file.signal()))
        .isLessThanOrEqualTo(file.tolerance());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_colour_without_application_segments_is_ycbcr(LumaSource source) {
    byte[] photo = VectorFile.named("photo-444.jpg").bytes();
    int jfif = 2 + 2 + 16;
    byte[] bare = new Bytes()
        .u8(0xff, 0xd8)
        .bytes(Arrays.copyOfRange(photo, jfif, photo.length))
        .toArray();
    assertThat(FileBytes.bigEndian(MemorySegment.ofArray(photo)).has(6, "JFIF")).isTrue();
    assertThat(Outcomes.samples(Outcomes.decode(source, bare)))
        .isEqualTo(Outcomes.samples(Outcomes.decode(source, photo)));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void decode_rgb_marked_by_adobe_has_the_luma_of_its_colours(LumaSource source)
      throws IOException {
    SyntheticPicture picture = new SyntheticPicture(64, 48, 3);
    byte[] stored = unconverted(picture);
    byte[] adobe =
        new Bytes().u8(0xff, 0xee).be16(14).text("Adobe").be16(100, 0, 0).u8(0).toArray();
    byte[] file = new Bytes()
        .u8(0xff, 0xd8)
        .bytes(adobe)
        .bytes(Arrays.copyOfRange(stored, 2, stored.length))
        .toArray();
    assertThat(Outcomes.samples(Outcomes.decode(source, file)))
        .containsExactly(Outcomes.samples(LumaPlane.ofRgb(64, 48, picture.rgb())), within(12f));
  }

  /// Encodes red, green and blue as they are, which the JDK does for a bare raster.
  private static byte[] unconverted(SyntheticPicture picture) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(1);
    WritableRaster raster = Raster.createInterleavedRaster(
        new DataBufferByte(picture.rgb(), picture.rgb().length),
        picture.width(),
        picture.height(),
        3 * picture.width(),
        3,
        new int[] {0, 1, 2},
        null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(raster, null, null), param);
    }
    writer.dispose();
    return bytes.toByteArray();
  }

  /// The JDK warns of padding in the same way as of damage, and is believed.
  @Test
  void decode_padding_before_the_end_is_skipped() {
    assumeTrue(LumaSources.hasNatives());
    assertSamePicture(LumaSources.inProcess(), withTail(new byte[8]));
  }
}
