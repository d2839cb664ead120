package org.vigie.server.evidence.veil;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Arrays;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.media.DecodingMemory;
import org.vigie.media.NativeBytes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.Rendition;
import org.vigie.server.evidence.Renditions;
import org.vigie.server.evidence.Vault;

/// Makes renditions of sealed pictures.
///
/// A rendition is grey and has 32, 20, 12 or 8 samples on its longer side, by the strength of
/// the veil, and each is the mean of at least eight rows and columns. Films, sounds and pictures
/// that cannot be decoded in time, or in the available memory, have a blank rendition.
final class PictureRenditions implements Renditions {
  private static final int[] LONG_SIDES = {32, 20, 12, 8};
  private static final long LONGEST = 64L << 20;
  private static final int BUFFER = 1 << 14;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Rendition BLANK = new Rendition(blank());

  private final Vault vault;
  private final RenditionDecoder decoder;
  private final DecodingMemory files;

  /// @param files memory for all files that are read here at once
  PictureRenditions(Vault vault, RenditionDecoder decoder, DecodingMemory files) {
    this.vault = vault;
    this.decoder = decoder;
    this.files = files;
  }

  @Override
  public Rendition of(Caller caller, EvidenceObject object, Grant grant, int strength)
      throws IOException {
    if (!isPicture(object)) {
      return BLANK;
    }
    return files.take(object.length(), PATIENCE) instanceof DecodingMemory.Taken taken
        ? of(caller, object, grant, strength, taken)
        : BLANK;
  }

  private Rendition of(
      Caller caller, EvidenceObject object, Grant grant, int strength, DecodingMemory.Taken taken)
      throws IOException {
    try (NativeBytes file = NativeBytes.allocate(object.length(), taken::close)) {
      read(file.segment(), caller, object, grant);
      return decoder.rendition(file, longSide(strength)).map(Rendition::new).orElse(BLANK);
    }
  }

  private void read(MemorySegment file, Caller caller, EvidenceObject object, Grant grant)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (OpenedEvidence opened = vault.veil(caller, object.id(), grant).begun()) {
      InputStream in = opened.content();
      long filled = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        MemorySegment.copy(MemorySegment.ofArray(buffer), 0, file, filled, read);
        filled += read;
      }
    }
  }

  private static boolean isPicture(EvidenceObject object) {
    return object.description().mediaType().startsWith("image/") && object.length() <= LONGEST;
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
