package org.vigie.server.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.PdqOrientations;
import org.vigie.server.bank.SoughtSignal;

/// The signals of one media file.
///
/// @param digests of its bytes, one of each type
/// @param picture the signals of the picture, or why there are none
public record MediaSignals(List<Digest> digests, PictureReading picture) {
  public MediaSignals {
    digests = List.copyOf(digests);
  }

  /// Returns the signals to compare: the digests, and the picture in all eight orientations.
  public List<SoughtSignal> sought() {
    List<SoughtSignal> sought = new ArrayList<>();
    digests.forEach(digest -> sought.add(SoughtSignal.of(digest)));
    if (picture instanceof PictureReading.Picture read) {
      sought.addAll(orientations(read.pdq()));
    }
    return sought;
  }

  /// Returns the signals of a picture in all eight orientations.
  public static List<SoughtSignal> orientations(PdqOrientations pdq) {
    List<SoughtSignal> sought = new ArrayList<>();
    for (Dihedral way : Dihedral.values()) {
      sought.add(new SoughtSignal(pdq.signal(way), pdq.quality(), Optional.of(way)));
    }
    return sought;
  }
}
