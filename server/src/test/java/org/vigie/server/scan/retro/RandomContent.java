package org.vigie.server.scan.retro;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.PdqOrientations;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.media.MediaFormat;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.scan.MediaSignal;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading;

/// Signals of made-up content: few and near each other, so that much meets.
final class RandomContent {
  private static final int PICTURES = 4;
  private static final int DIGESTS = 6;

  final Random random;
  private final List<PdqSignal> pictures = new ArrayList<>();

  RandomContent(long seed) {
    random = new Random(seed);
    for (int i = 0; i < PICTURES; i++) {
      pictures.add(unlike());
    }
  }

  /// Returns a signal that is like no other.
  PdqSignal unlike() {
    return new PdqSignal(few(), few(), few(), few());
  }

  /// So few bits that no noise makes them more than a picture has.
  private long few() {
    long mask = random.nextLong();
    return random.nextLong() & mask;
  }

  private PdqSignal like() {
    PdqSignal picture = pictures.get(random.nextInt(PICTURES));
    long noise = 0;
    for (int bit = random.nextInt(30); bit > 0; bit--) {
      noise |= 1L << random.nextInt(64);
    }
    return new PdqSignal(picture.w3() ^ noise, picture.w2(), picture.w1(), picture.w0());
  }

  Digest digest() {
    byte[] value = new byte[16];
    value[0] = (byte) random.nextInt(DIGESTS);
    return DigestType.MD5.ofBytes(value);
  }

  private Digest unlike(DigestType type, int bytes) {
    byte[] value = new byte[bytes];
    random.nextBytes(value);
    return type.ofBytes(value);
  }

  /// Returns the signals of a member.
  List<MemberSignal> member() {
    return random.nextInt(3) == 0
        ? List.of(MemberSignal.of(digest()))
        : List.of(new MemberSignal(like(), OptionalInt.of(40 + random.nextInt(61))));
  }

  /// Returns the signals of a file whose picture is turned in any way.
  MediaSignals media() {
    List<PdqSignal> ways = new ArrayList<>();
    for (Dihedral _ : Dihedral.values()) {
      ways.add(unlike());
    }
    ways.set(random.nextInt(ways.size()), like());
    PdqOrientations pdq = new PdqOrientations(ways, 30 + random.nextInt(71));
    return new MediaSignals(
        List.of(digest(), unlike(DigestType.SHA1, 20), unlike(DigestType.SHA256, 32)), still(pdq));
  }

  /// Returns the signals of a file that is like no other.
  MediaSignals unlikeAny() {
    List<PdqSignal> ways = new ArrayList<>();
    for (Dihedral _ : Dihedral.values()) {
      ways.add(unlike());
    }
    return new MediaSignals(
        List.of(
            unlike(DigestType.MD5, 16), unlike(DigestType.SHA1, 20), unlike(DigestType.SHA256, 32)),
        still(new PdqOrientations(ways, 100)));
  }

  private static PictureReading.Picture still(PdqOrientations pdq) {
    return new PictureReading.Picture(
        MediaFormat.PNG, 64, 64, List.of(MediaSignal.of(Duration.ZERO, pdq)));
  }

  MatchTerms terms() {
    return new MatchTerms(
        random.nextInt(45), random.nextInt(90), Math.min(1, random.nextInt(15) / 10.0));
  }

  <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
