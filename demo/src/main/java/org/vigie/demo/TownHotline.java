package org.vigie.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.flagging.FlaggerDesk;
import org.vigie.server.report.flagging.FlaggerRegister;
import org.vigie.server.report.intake.Intake;

/// The hotline of the town: its start as a trusted flagger, and its notices since.
final class TownHotline {
  private static final OrganisationId LANTERN =
      TownOrganisation.LANTERN.organisation().id();
  private static final CategoryKey ABUSE = new CategoryKey("child-sexual-abuse-material");
  private static final CategoryKey GROOMING = new CategoryKey("grooming");
  private static final int NOTICES = 36;
  private static final int LAST = 9;
  private static final Duration LAST_APART = Duration.ofHours(5);
  private static final int YEARS = 2;

  /// Every so many notices have a picture that no bank has; the others have one of its own list.
  private static final int NEW_EVERY = 3;

  private final FlaggerRegister flaggers;
  private final FlaggerDesk desk;
  private final Intake intake;
  private final MessengerId town;
  private final TownPeople people;
  private final InstantSource clock;

  TownHotline(
      FlaggerRegister flaggers,
      FlaggerDesk desk,
      Intake intake,
      TownPeople people,
      MessengerId town,
      InstantSource clock) {
    this.flaggers = flaggers;
    this.desk = desk;
    this.intake = intake;
    this.town = town;
    this.people = people;
    this.clock = clock;
  }

  void plan(Timeline timeline, FourMonths months, Album album) {
    timeline.plan(months.begin(), this::becomeTrusted);
    for (int number = 1; number <= NOTICES; number++) {
      int each = number;
      timeline.plan(moment(number, months), () -> send(each, album));
    }
    timeline.plan(months.before(Duration.ofDays(32)), this::countersign);
  }

  /// The last ones come one after another, so that some wait.
  private static Instant moment(int number, FourMonths months) {
    int left = NOTICES + 1 - number;
    return left <= LAST
        ? months.before(LAST_APART.multipliedBy(left))
        : months.moment(number, NOTICES + 1);
  }

  /// A lead proposes it, a legal officer verifies it.
  private void becomeTrusted() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    flaggers.propose(
        people.find(Resident.CORALIE),
        new Flagger(
            LANTERN,
            Flagger.Status.TRUSTED_FLAGGER,
            "Arcom (invented decision 2026-17)",
            Set.of(ABUSE, GROOMING),
            today,
            Optional.of(today.plusYears(YEARS)),
            new Flagger.Check.Proposed("", clock.instant())));
    flaggers.verify(people.find(Resident.FLORA), LANTERN);
  }

  private void send(int number, Album album) {
    byte[] picture = album.sent(picture(number), number);
    try {
      intake.receive(new NewNotice(
          people.find(Resident.INES),
          Optional.empty(),
          new Origin.Flagger(LANTERN, true),
          claim(number),
          List.of(new NewAttachment(
              EvidenceKind.ATTACHMENT, "image/jpeg", () -> new ByteArrayInputStream(picture)))));
    } catch (IOException e) {
      throw new UncheckedIOException("a notice of the hotline was not stored", e);
    }
  }

  private Claim claim(int number) {
    Subject subject = new Subject(
        town,
        Surface.PUBLIC,
        Optional.of(Room.OLD_PHOTOGRAPHS.reference()),
        Optional.of(new Reference("lurker-" + number % 11)),
        Optional.of(new Reference("hotline-message-" + number)));
    return new Claim(
        Ground.ILLEGAL,
        ABUSE,
        "Found by a caller of the hotline in a public channel. Synthetic picture, like all here.",
        List.of(new ReportedContent(subject, Optional.empty())),
        town,
        Surface.PUBLIC,
        true,
        Language.FR);
  }

  private static int picture(int number) {
    return number % NEW_EVERY == 0
        ? TownPosts.HARMLESS.get(number)
        : TownBank.LANTERN_HOTLINE.seed(number);
  }

  /// Countersigns all months but the last, which is left for a visitor who enters as the hotline.
  private void countersign() {
    YearMonth present = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    desk.months(LANTERN).stream()
        .filter(month -> month.month().isBefore(present))
        .forEach(month -> desk.sign(people.find(Resident.INES), LANTERN, month.month()));
  }
}
