package org.vigie.server.scan;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.PdqOrientations;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.server.bank.SoughtSignal;

/// A signal of media, made of all its bytes or of one frame.
///
/// @param frame when the frame is shown, to the microsecond, zero for a still picture; empty for a
///     signal of all bytes
/// @param orientations the signal of the media as it is stored; or one for each [Dihedral], in the
///     order of that enum, where the media is compared in all of them
/// @param quality 0 to 100; empty where the type has none
public record MediaSignal(
    Optional<Duration> frame, List<Signal> orientations, OptionalInt quality) {
  public MediaSignal {
    frame = frame.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    orientations = List.copyOf(orientations);
    if (orientations.size() != 1 && orientations.size() != Dihedral.values().length) {
      throw new IllegalArgumentException(
          "a signal has one orientation or eight, not " + orientations.size());
    }
    if (orientations.stream().map(Signal::type).distinct().count() != 1) {
      throw new IllegalArgumentException("all orientations of a signal have one type");
    }
  }

  /// Returns the digest of all bytes as a signal.
  public static MediaSignal of(Digest digest) {
    return new MediaSignal(Optional.empty(), List.of(digest), OptionalInt.empty());
  }

  /// Returns the signal of one frame.
  public static MediaSignal of(Duration frame, PdqOrientations pdq) {
    return new MediaSignal(
        Optional.of(frame), List.copyOf(pdq.signals()), OptionalInt.of(pdq.quality()));
  }

  /// Returns the algorithm that made it.
  public SignalType type() {
    return original().type();
  }

  /// Returns the signal of the media as it is stored.
  public Signal original() {
    return orientations.getFirst();
  }

  /// Returns the quality that counts when it is compared.
  public int comparedQuality() {
    return quality.orElse(SoughtSignal.FULL_QUALITY);
  }

  /// Returns whether its type is installed.
  public boolean isComparable() {
    return !(original() instanceof OpaqueSignal);
  }

  /// Returns the signals to compare, one an orientation; none if its type is not installed.
  public List<SoughtSignal> sought() {
    if (!isComparable()) {
      return List.of();
    }
    if (orientations.size() == 1) {
      return List.of(new SoughtSignal(original(), comparedQuality(), Optional.empty()));
    }
    List<SoughtSignal> sought = new ArrayList<>();
    for (Dihedral way : Dihedral.values()) {
      sought.add(
          new SoughtSignal(orientations.get(way.ordinal()), comparedQuality(), Optional.of(way)));
    }
    return sought;
  }
}
