package org.vigie.server.review.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.Texts;
import org.vigie.server.review.web.CasePage.Fact;
import org.vigie.server.review.web.CasePage.MessageRow;
import org.vigie.server.review.web.CasePage.SnapshotView;

/// Puts snapshots into words.
final class SnapshotViews {
  private SnapshotViews() {}

  static SnapshotView of(Snapshot snapshot, Texts texts) {
    Stream<MessageRow> before =
        snapshot.before().stream().map(message -> row(message, false, texts));
    Stream<MessageRow> reported =
        snapshot.message().stream().map(message -> row(message, true, texts));
    Stream<MessageRow> after = snapshot.after().stream().map(message -> row(message, false, texts));
    return new SnapshotView(
        texts.time(snapshot.takenAt()),
        Stream.of(before, reported, after).flatMap(rows -> rows).toList(),
        Stream.concat(
                snapshot.account().stream().flatMap(account -> facts(account, texts)),
                snapshot.room().stream().flatMap(room -> facts(room, texts)))
            .toList(),
        snapshot.account().flatMap(Snapshot.Account::createdAt));
  }

  private static MessageRow row(Snapshot.Message message, boolean reported, Texts texts) {
    String remarks = Stream.of(
            message.editedAt().map(at -> texts.get("review.snapshot.edited", texts.time(at))),
            message.deletedAt().map(at -> texts.get("review.snapshot.deleted", texts.time(at))))
        .flatMap(Optional::stream)
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
    return new MessageRow(
        texts.time(message.sentAt()), message.account(), message.text(), reported, remarks);
  }

  private static Stream<Fact> facts(Snapshot.Account account, Texts texts) {
    return Stream.of(
            fact("account", Optional.of(account.reference()), texts),
            fact("name", account.name(), texts),
            fact("handle", account.handle(), texts),
            fact("about", account.about(), texts),
            fact("account-since", account.createdAt().map(texts::time), texts),
            flag("verified", account.verified(), texts),
            flag("staff", account.staff(), texts))
        .flatMap(Optional::stream);
  }

  private static Stream<Fact> facts(Snapshot.Room room, Texts texts) {
    Optional<String> members = room.members().isPresent()
        ? Optional.of(texts.number(room.members().getAsLong()))
        : Optional.empty();
    return Stream.of(
            fact("room", Optional.of(room.reference()), texts),
            fact("room-name", room.name(), texts),
            fact("topic", room.topic(), texts),
            fact("members", members, texts),
            fact("room-since", room.createdAt().map(texts::time), texts))
        .flatMap(Optional::stream);
  }

  private static Optional<Fact> fact(String key, Optional<String> value, Texts texts) {
    return value.map(text -> new Fact(texts.get("review.snapshot." + key), text));
  }

  private static Optional<Fact> flag(String key, boolean set, Texts texts) {
    return fact(key, set ? Optional.of(texts.get("review.snapshot.yes")) : Optional.empty(), texts);
  }
}
