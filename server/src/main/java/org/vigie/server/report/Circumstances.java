package org.vigie.server.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.Language;

/// Facts about the account and the room of a notice, copied from its snapshot so that they can be
/// read without opening it: a reviewer has to know them before taking a measure.
///
/// @param verified whether the messenger had verified the account's identity
/// @param staff whether the account belongs to the messenger's own people
/// @param members the number of people in the room
/// @param language of the account's person, if it is one of ours
public record Circumstances(
    boolean verified, boolean staff, OptionalLong members, Optional<Language> language) {
  /// The circumstances where no snapshot names any.
  public static final Circumstances UNKNOWN =
      new Circumstances(false, false, OptionalLong.empty(), Optional.empty());

  /// Combines the circumstances of several notices: a flag counts if any notice has it, and the
  /// largest number of members counts.
  public static Circumstances of(List<Circumstances> several) {
    return several.stream().reduce(UNKNOWN, Circumstances::and);
  }

  private Circumstances and(Circumstances other) {
    long most = Math.max(members.orElse(-1), other.members.orElse(-1));
    return new Circumstances(
        verified || other.verified,
        staff || other.staff,
        most < 0 ? OptionalLong.empty() : OptionalLong.of(most),
        other.language.or(() -> language));
  }

  /// Reads the circumstances in a snapshot.
  public static Circumstances of(Snapshot snapshot) {
    return new Circumstances(
        snapshot.account().filter(Snapshot.Account::verified).isPresent(),
        snapshot.account().filter(Snapshot.Account::staff).isPresent(),
        snapshot.room().map(Snapshot.Room::members).orElse(OptionalLong.empty()),
        snapshot.account().flatMap(Snapshot.Account::language).flatMap(Circumstances::ours));
  }

  private static Optional<Language> ours(String tag) {
    String code = Locale.forLanguageTag(tag).getLanguage();
    return Language.ofCode(code);
  }
}
