package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.vigie.media.DecodeOutcome.Decoded;

/// Damaged files: every file has an outcome, and a picture is as large as its header says.
class FuzzTest {
  private static final int TRIES = 2_000;
  private static final int HEADER = 64;
  private static final MediaSettings SMALL = new MediaSettings(4_000_000);

  private final InProcessLumaSource source =
      new InProcessLumaSource(SMALL, LumaSources.hasNatives());
  private final InProcessLumaSource pure = new InProcessLumaSource(SMALL, false);

  @Provide
  Arbitrary<byte[]> files() {
    List<byte[]> small = VectorFile.pictures()
        .filter(file -> file.width() <= 640)
        .map(VectorFile::bytes)
        .toList();
    return Arbitraries.of(small);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void decode_damaged_file_has_an_outcome(@ForAll("files") byte[] file, @ForAll long seed) {
    byte[] damaged = damage(file, new Random(seed));
    assertSound(Outcomes.decode(source, damaged));
    assertSound(Outcomes.decode(pure, damaged));
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void read_damaged_file_throws_nothing_unforeseen(
      @ForAll("files") byte[] file, @ForAll long seed) {
    byte[] damaged = damage(file, new Random(seed));
    try (NativeBytes held = Outcomes.held(damaged)) {
      ImageHeader.sniff(held.segment())
          .ifPresent(
              format -> readUnguarded(source.reader(format, new Progress(Deadline.NONE)), held));
    }
  }

  /// Without the edge that takes every runtime exception for a malformed file: our own readers
  /// throw none.
  private static void readUnguarded(PictureReader reader, NativeBytes file) {
    try {
      PictureSize size = reader.size(file.segment());
      if (PictureLimits.refusal(size, file.size(), SMALL).isEmpty()) {
        assertThat((long) reader.read(file.segment(), size).width())
            .isLessThanOrEqualTo(size.width());
      }
    } catch (UndecodableException | IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void assertSound(DecodeOutcome outcome) {
    if (outcome instanceof Decoded decoded) {
      int reduction = Math.ceilDiv(decoded.width(), decoded.luma().width());
      assertThat(reduction).isIn(1, 2, 4, 8);
      assertThat(decoded.luma().width()).isEqualTo(Math.ceilDiv(decoded.width(), reduction));
      assertThat(decoded.luma().height()).isEqualTo(Math.ceilDiv(decoded.height(), reduction));
      assertThat((long) decoded.width() * decoded.height()).isLessThanOrEqualTo(SMALL.maxPixels());
    }
  }

  private static byte[] damage(byte[] file, Random random) {
    byte[] damaged = file.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      damaged = damageOnce(damaged, random);
    }
    return damaged;
  }

  private static byte[] damageOnce(byte[] file, Random random) {
    if (file.length < HEADER) {
      return file;
    }
    switch (random.nextInt(5)) {
      case 0 -> file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> file[random.nextInt(HEADER)] = (byte) random.nextInt();
      case 2 -> Arrays.fill(file, random.nextInt(4, HEADER), HEADER, (byte) -random.nextInt(2));
      case 3 -> splice(file, random);
      default -> {
        return Arrays.copyOf(file, random.nextInt(file.length));
      }
    }
    return file;
  }

  private static void splice(byte[] file, Random random) {
    int length = random.nextInt(1, Math.min(file.length, 400));
    int from = random.nextInt(file.length - length);
    System.arraycopy(file, from, file, random.nextInt(file.length - length), length);
  }

  @Example
  void damage_sameSeed_isTheSame() {
    byte[] file = VectorFile.named("image.gif").bytes();
    assertThat(damage(file, new Random(7))).isEqualTo(damage(file, new Random(7)));
  }
}
