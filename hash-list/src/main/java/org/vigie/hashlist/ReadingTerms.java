package org.vigie.hashlist;

import java.util.List;
import java.util.Optional;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.SignalType;

/// The caller's choices for reading a list, for values that the list leaves open.
///
/// @param bareType the type of values of 64 digits without a type: PDQ or SHA-256. If empty, they
///     are PDQ, and a list that does not look so is refused
/// @param skipBadLines whether to use a list without its bad lines, as long as they are few
public record ReadingTerms(Optional<SignalType> bareType, boolean skipBadLines) {
  /// Nothing said, nothing skipped.
  public static final ReadingTerms STRICT = new ReadingTerms(Optional.empty(), false);

  private static final List<SignalType> BARE = List.of(PdqSignal.TYPE, DigestType.SHA256);

  /// The identifiers that `bareType` can have.
  public static final List<String> BARE_TYPES =
      BARE.stream().map(SignalType::id).toList();

  public ReadingTerms {
    if (bareType.isPresent() && !BARE_TYPES.contains(bareType.get().id())) {
      throw new IllegalArgumentException("values of 64 digits are PDQ or SHA-256");
    }
  }

  /// Returns the terms for a typed word; empty if there is no such type.
  ///
  /// @param bareType `pdq`, `sha256`, or empty
  public static Optional<ReadingTerms> of(String bareType, boolean skipBadLines) {
    if (bareType.isEmpty()) {
      return Optional.of(new ReadingTerms(Optional.empty(), skipBadLines));
    }
    return BARE.stream()
        .filter(type -> type.id().equals(bareType))
        .findFirst()
        .map(type -> new ReadingTerms(Optional.of(type), skipBadLines));
  }
}
