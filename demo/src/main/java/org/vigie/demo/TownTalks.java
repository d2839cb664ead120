package org.vigie.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Scope;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.attachments.MediaIntake;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;

/// Reports of the messenger's own users: messages with the thread around them.
final class TownTalks {
  /// The number of reports of each conversation, each by another user: rare at first, frequent of
  /// late.
  private static final int ROUNDS = 6;

  /// Who reports; some more often than others would.
  private static final List<String> READERS =
      List.of("reader-vera", "reader-tom", "reader-nadia", "reader-lise");

  /// Reports every message of a newsroom, always without ground.
  static final String CRANK = "reader-anselme";

  private static final int CRANK_ROUNDS = 4;

  private static final int LATE_ROUNDS = 3;
  private static final Duration LATE_APART = Duration.ofHours(3);

  private final Intake intake;
  private final MediaIntake media;
  private final ApiKeys keys;
  private final MessengerId town;
  private final InstantSource clock;
  private Optional<KeyId> messenger = Optional.empty();

  TownTalks(Intake intake, MediaIntake media, ApiKeys keys, MessengerId town, InstantSource clock) {
    this.intake = intake;
    this.media = media;
    this.keys = keys;
    this.town = town;
    this.clock = clock;
  }

  void plan(Timeline timeline, FourMonths months, Album album) {
    int all = ROUNDS * Talk.values().length;
    timeline.plan(months.begin(), this::joinMessenger);
    for (int number = 0; number < all; number++) {
      Talk talk = Talk.values()[number % Talk.values().length];
      int round = number / Talk.values().length;
      timeline.plan(
          moment(number, all, months), () -> send(talk, round, reader(talk, round), album));
    }
    for (int number = 0; number < CRANK_ROUNDS; number++) {
      int round = ROUNDS + number;
      timeline.plan(
          months.moment(number + 1, 2 * CRANK_ROUNDS),
          () -> send(Talk.NEWSROOM, round, CRANK, album));
    }
  }

  private static String reader(Talk talk, int round) {
    return READERS.get((talk.ordinal() + round) % READERS.size());
  }

  private static Instant moment(int number, int all, FourMonths months) {
    int late = LATE_ROUNDS * Talk.values().length;
    int left = all - number;
    return left <= late
        ? months.before(LATE_APART.multipliedBy(left))
        : months.moment(number + 1, all - late + 1);
  }

  private void joinMessenger() {
    messenger = Optional.of(keys.add(
            new Caller.Vigie(),
            new KeyName("seagull-reports"),
            Set.of(Scope.NOTICES),
            ApiKeys.USUAL_RATE)
        .key()
        .id());
  }

  private void send(Talk talk, int round, String reader, Album album) {
    try {
      send(talk, round, reader, picture(talk, round, album));
    } catch (IOException e) {
      throw new UncheckedIOException("a report of the town was not stored", e);
    }
  }

  /// Seals the picture of a message before the notice names it, as messengers do.
  private Optional<EvidenceId> picture(Talk talk, int round, Album album) throws IOException {
    if (!talk.isWithPicture()) {
      return Optional.empty();
    }
    byte[] file = album.original(TownPosts.HARMLESS.get(talk.ordinal() + round));
    Subject shared = new Subject(
        town,
        Surface.PUBLIC,
        Optional.of(talk.room().reference()),
        Optional.empty(),
        Optional.empty());
    NewAttachment picture =
        new NewAttachment(EvidenceKind.MEDIA, "image/jpeg", () -> new ByteArrayInputStream(file));
    return Optional.of(
        media.seal(new Caller.Key(messenger.orElseThrow()), shared, picture).id());
  }

  private void send(Talk talk, int round, String reader, Optional<EvidenceId> picture)
      throws IOException {
    KeyId key = messenger.orElseThrow();
    TalkSnapshot snapshot = new TalkSnapshot(talk, round, clock.instant(), picture);
    Claim claim = new Claim(
        Ground.RULES,
        talk.category(),
        "",
        List.of(reported(talk, snapshot)),
        town,
        Surface.PUBLIC,
        true,
        talk.language());
    intake.receive(new NewNotice(
        new Caller.Key(key),
        Optional.empty(),
        new Origin.Messenger(key, Optional.of(reader)),
        claim,
        List.of(sealed(snapshot))));
  }

  private ReportedContent reported(Talk talk, TalkSnapshot snapshot) {
    Subject subject = new Subject(
        town,
        Surface.PUBLIC,
        Optional.of(talk.room().reference()),
        Optional.of(new Reference(snapshot.account())),
        Optional.of(new Reference(snapshot.message())));
    return new ReportedContent(subject, Optional.empty());
  }

  private static NewAttachment sealed(TalkSnapshot snapshot) {
    byte[] document = snapshot.json();
    return new NewAttachment(
        EvidenceKind.SNAPSHOT, Snapshot.MEDIA_TYPE, () -> new ByteArrayInputStream(document));
  }
}
