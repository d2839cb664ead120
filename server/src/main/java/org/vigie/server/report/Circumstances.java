package org.vigie.server.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.Language;

/// What the messenger says of the account and the room of a notice, without opening the snapshot
/// that says it: what somebody has to know before a measure touches them.
///
/// @param verified whether the messenger had verified who the account is
/// @param staff whether the account belongs to the messenger's own people
/// @param members how many people are in the room
/// @param language of the account's person, if it is one of ours
public record Circumstances(
    boolean verified, boolean staff, OptionalLong members, Optional<Language> language) {
  /// What is known where nobody says anything.
  public static final Circumstances UNKNOWN =
      new Circumstances(false, false, OptionalLong.empty(), Optional.empty());

  /// Returns what several notices say together: what any of them says counts, of members the
  /// most.
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

  /// Returns what a snapshot says about account and room.
  public static Circumstances of(Snapshot snapshot) {
    return new Circumstances(
        snapshot.account().filter(Snapshot.Account::verified).isPresent(),
        snapshot.account().filter(Snapshot.Account::staff).isPresent(),
        snapshot.room().map(Snapshot.Room::members).orElse(OptionalLong.empty()),
        snapshot.account().flatMap(Snapshot.Account::language).flatMap(Circumstances::ours));
  }

  private static Optional<Language> ours(String tag) {
    String code = Locale.forLanguageTag(tag).getLanguage();
    return List.of(Language.values()).stream()
        .filter(language -> language.code().equals(code))
        .findFirst();
  }
}
