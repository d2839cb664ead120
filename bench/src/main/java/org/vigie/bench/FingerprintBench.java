package org.vigie.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.vigie.bench.Stopwatch.Timing;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.fingerprint.PdqFingerprint;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.media.DecodeOutcome;
import org.vigie.media.DecodeOutcome.Decoded;
import org.vigie.media.LumaSource;
import org.vigie.media.LumaSources;
import org.vigie.media.MediaFile;
import org.vigie.testkit.SyntheticPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Pictures to PDQ, on one core.
@Command(
    name = "fingerprint",
    mixinStandardHelpOptions = true,
    header = "Times PDQ of pictures, in memory and as JPEG files, on one core.",
    description = {
      "Each JPEG is also read at full size by the JDK's own decoder and hashed by",
      "the same core; 'distance' is how many bits the two signals differ in."
    })
final class FingerprintBench implements Callable<Integer> {
  private final PrintStream out;
  private final PdqHasher hasher = new PdqHasher();
  private final LumaSource source = LumaSources.inProcess();

  @Mixin
  private final Measuring measuring = new Measuring();

  FingerprintBench(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Machine.figures().with("decoder", source.toString()).print(out);
    benchJpeg("12 megapixels, smooth,", 4000, 3000, 2, .8f, 25);
    benchJpeg("12 megapixels, some grain,", 4000, 3000, 6, .85f, 25);
    benchJpeg("12 megapixels, much grain,", 4000, 3000, 12, .9f, 25);
    benchJpeg("1 megapixel", 1024, 1024, 12, .9f, 5);
    benchCore(512, 512);
    benchCore(1024, 1024);
    benchCore(4000, 3000);
    return 0;
  }

  private void benchJpeg(
      String name, int width, int height, int grain, float quality, double goalMillis)
      throws IOException {
    byte[] file = SampleJpeg.of(width, height, grain, quality);
    Timing ours = measuring.time(() -> hasher.hash(decode(file)));
    Timing decoding = measuring.time(() -> decode(file));
    Timing theirs = measuring.time(() -> hasher.hash(decodeWithJdk(file)));
    PdqFingerprint fingerprint = hasher.hash(decode(file));
    PdqFingerprint reference = hasher.hash(decodeWithJdk(file));
    Figures.of("fingerprint", "JPEG of " + name + " to PDQ")
        .with("file_bytes", Integer.valueOf(file.length))
        .with(ours)
        .with("goal_ms", goalMillis)
        .with("decode_wall_ms", decoding.wallMillis())
        .with("jdk_decoder_wall_ms", theirs.wallMillis())
        .with("times_faster", theirs.wallMillis() / ours.wallMillis())
        .with("distance", Integer.valueOf(fingerprint.signal().distanceTo(reference.signal())))
        .print(out);
  }

  private void benchCore(int width, int height) {
    byte[] rgb = new SyntheticPicture(width, height, 1).rgb();
    LumaPlane plane = LumaPlane.ofRgb(width, height, rgb);
    Timing one = measuring.time(() -> hasher.hash(plane));
    Timing eight = measuring.time(() -> hasher.hashOrientations(plane));
    Figures.of("fingerprint", "RGB of " + width + "x" + height + " in memory to PDQ")
        .with(one)
        .with("eight_orientations_wall_ms", eight.wallMillis())
        .print(out);
  }

  private LumaPlane decode(byte[] file) {
    return switch (source.decode(MediaFile.of(file))) {
      case Decoded decoded -> decoded.luma();
      case DecodeOutcome.Undecodable undecodable ->
        throw new IllegalStateException(undecodable.detail());
    };
  }

  private static LumaPlane decodeWithJdk(byte[] file) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
      int[] row = new int[image.getWidth()];
      for (int y = 0, at = 0; y < image.getHeight(); y++) {
        image.getRGB(0, y, row.length, 1, row, 0, row.length);
        for (int pixel : row) {
          rgb[at++] = (byte) (pixel >>> 16);
          rgb[at++] = (byte) (pixel >>> 8);
          rgb[at++] = (byte) pixel;
        }
      }
      return LumaPlane.ofRgb(image.getWidth(), image.getHeight(), rgb);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory does not fail", e);
    }
  }
}
