package org.vigie.server.hma.vocabulary;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;

/// A signal type in HMA's words, with its type here.
public enum HmaSignalType {
  PDQ(HmaContentType.PHOTO),
  /// The MD5 of a whole video file.
  VIDEO_MD5(HmaContentType.VIDEO);

  private final HmaContentType contentType;

  HmaSignalType(HmaContentType contentType) {
    this.contentType = contentType;
  }

  /// Returns the word in JSON: `video_md5`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public HmaContentType contentType() {
    return contentType;
  }

  /// Returns the signal type of Vigie.
  public SignalType type() {
    return switch (this) {
      case PDQ -> PdqSignal.TYPE;
      case VIDEO_MD5 -> DigestType.MD5;
    };
  }

  /// Returns the signal type of a word.
  public static Optional<HmaSignalType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /// Returns the word for a signal: HMA's where it has one, else Vigie's.
  public static String wordFor(Signal signal) {
    return Arrays.stream(values())
        .filter(type -> type.type().equals(signal.type()))
        .findFirst()
        .map(HmaSignalType::word)
        .orElseGet(() -> signal.type().id());
  }
}
