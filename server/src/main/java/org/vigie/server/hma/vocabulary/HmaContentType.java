package org.vigie.server.hma.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind of content in HMA's words.
public enum HmaContentType {
  PHOTO,
  VIDEO;

  /// Returns the word in JSON and forms: `photo`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the signal types of this content.
  public List<HmaSignalType> signalTypes() {
    return Arrays.stream(HmaSignalType.values())
        .filter(type -> type.contentType() == this)
        .toList();
  }

  /// Returns the content type of a word.
  public static Optional<HmaContentType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /// Returns the content type of a media type such as `image/jpeg`.
  public static Optional<HmaContentType> ofMediaType(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")) {
      return Optional.of(PHOTO);
    }
    return type.startsWith("video/") ? Optional.of(VIDEO) : Optional.empty();
  }
}
