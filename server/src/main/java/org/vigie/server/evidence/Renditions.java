package org.vigie.server.evidence;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.media.DecodeOutcome;
import org.vigie.media.LumaSource;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.evidence.veil.GreyRendition;
import org.vigie.server.evidence.veil.RenditionThreads;

/// Makes what is shown of sealed objects before anybody asks to see them.
///
/// A rendition is grey and has 32, 20, 12 or 8 samples on its longer side, by the strength of
/// the veil, and each is the mean of at least eight rows and columns. Films, sounds and pictures
/// that cannot be decoded in time are a blank. Threads: any.
public final class Renditions {
  /// The strengths that a veil may have.
  public static final int STRONGEST = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Renditions.class);
  private static final int[] LONG_SIDES = {32, 20, 12, 8};
  private static final long LONGEST = 64L << 20;
  private static final Rendition BLANK = new Rendition(blank());

  private final Vault vault;
  private final LumaSource source;
  private final RenditionThreads threads;

  Renditions(Vault vault, LumaSource source, RenditionThreads threads) {
    this.vault = vault;
    this.source = source;
    this.threads = threads;
  }

  /// Returns a rendition of an object. That it was shown is written down before this returns,
  /// unless the rendition is blank because of the object's kind.
  ///
  /// @param strength of the veil, 1 to [#STRONGEST]
  public Rendition of(Caller caller, EvidenceObject object, Grant grant, int strength)
      throws IOException {
    if (!isPicture(object)) {
      return BLANK;
    }
    byte[] file;
    try (OpenedEvidence opened = vault.veil(caller, object.id(), grant).begun()) {
      file = opened.content().readAllBytes();
    }
    return threads.within(() -> made(file, strength)).flatMap(made -> made).orElse(BLANK);
  }

  private static boolean isPicture(EvidenceObject object) {
    return object.description().mediaType().startsWith("image/") && object.length() <= LONGEST;
  }

  /// This is the edge where a defect of a decoder ends: the rendition is blank then.
  private Optional<Rendition> made(byte[] file, int strength) {
    try {
      return source.decode(file) instanceof DecodeOutcome.Decoded picture
          ? Optional.of(
              new Rendition(GreyRendition.of(picture.luma(), longSide(strength)).png()))
          : Optional.empty();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.atWarn()
          .setMessage("a rendition failed")
          .addKeyValue("failure", e.getClass().getName())
          .log();
      return Optional.empty();
    }
  }

  static int longSide(int strength) {
    return LONG_SIDES[Math.clamp(strength, 1, STRONGEST) - 1];
  }

  private static byte[] blank() {
    byte[] grey = new byte[16 * 9];
    Arrays.fill(grey, (byte) 0x80);
    return GreyRendition.of(LumaPlane.ofGrey(16, 9, grey), 1).png();
  }
}
