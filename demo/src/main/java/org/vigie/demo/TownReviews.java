package org.vigie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.vigie.server.access.PersonId;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.DecideOutcome;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.deciding.Impact;
import org.vigie.server.review.deciding.Ruling;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.quality.QualityCheck;
import org.vigie.server.review.queueing.OptOuts;
import org.vigie.server.review.viewing.CaseMedia;

/// Makes the work of the town's reviewers: every other day, until three days ago. Most newer cases
/// are left for visitors of the town.
final class TownReviews {
  private static final Duration A_MOMENT = Duration.ofMillis(5);
  private static final Duration NINE = Duration.ofHours(9);
  private static final int AT_A_SITTING = 4;
  private static final int REST_DAYS = 3;
  private static final Duration LAST_SITTING = Duration.ofHours(7);
  private static final List<Resident> REVIEWERS =
      List.of(Resident.DRISS, Resident.ELOUAN, Resident.HONORINE);

  private final Office office;
  private final TownPeople people;
  private final TownVerdicts verdicts;
  private final EventPublicationRegistry news;
  private final RandomGenerator random;

  TownReviews(
      Office office,
      TownPeople people,
      TownVerdicts verdicts,
      EventPublicationRegistry news,
      RandomGenerator random) {
    this.office = office;
    this.people = people;
    this.verdicts = verdicts;
    this.news = news;
    this.random = random;
  }

  /// The services of their work.
  record Office(TownPolicy policy, Desk desk, CaseMedia media, Quality quality, OptOuts optOuts) {}

  void plan(Timeline timeline, FourMonths months) {
    office.policy().plan(timeline, months);
    for (int day = 1; day < FourMonths.DAYS - REST_DAYS; day += 2) {
      timeline.plan(months.begin().plus(Duration.ofDays(day)).plus(NINE), this::sit);
    }
    timeline.plan(months.moment(1, 3), this::optOut);
    timeline.plan(months.before(LAST_SITTING), this::beginToday);
  }

  /// One reviewer opted out of a category.
  private void optOut() {
    office.optOuts().add(people.find(Resident.DRISS).id(), new CategoryKey("self-harm"));
  }

  private void sit() {
    awaitNews();
    REVIEWERS.forEach(this::work);
    lead();
  }

  /// Today only two have come.
  private void beginToday() {
    awaitNews();
    work(Resident.HONORINE);
    work(Resident.ELOUAN);
  }

  /// Cases open a moment after their source was stored.
  private void awaitNews() {
    while (!news.findIncompletePublications().isEmpty()) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
    }
  }

  private void work(Resident reviewer) {
    PersonId person = people.find(reviewer).id();
    for (int number = 0; number < AT_A_SITTING; number++) {
      if (!(office.desk().claimNext(person) instanceof ClaimOutcome.Claimed claimed)) {
        return;
      }
      decide(person, claimed.claimed());
    }
  }

  private void decide(PersonId person, Case held) {
    look(person, held);
    Verdict verdict = verdicts.of(held, random);
    DecideOutcome outcome = office.desk().decide(person, held.id(), held.version(), verdict);
    if (outcome instanceof DecideOutcome.Unconfirmed(Impact impact)) {
      outcome = office
          .desk()
          .decide(
              person,
              held.id(),
              new Ruling(held.version(), verdict, Optional.of(impact.mark()), Optional.empty()));
    }
    if (!(outcome instanceof DecideOutcome.Decided)) {
      throw new IllegalStateException("a decision of the town was not taken: " + outcome);
    }
  }

  private void look(PersonId person, Case held) {
    for (EvidenceId evidence : held.material().evidence()) {
      try (OpenedEvidence opened =
          office.media().open(person, held.id(), evidence).orElseThrow()) {
        opened.content().readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException("evidence of the town cannot be read", e);
      }
    }
  }

  /// The lead decides escalated and disputed cases, and judges samples again.
  private void lead() {
    PersonId lead = people.find(Resident.CORALIE).id();
    for (QualityCheck check : office.quality().waiting(lead)) {
      office.quality().judge(lead, check.decision(), verdicts.judgedAgain(lead, check, random));
    }
    work(Resident.CORALIE);
  }
}
