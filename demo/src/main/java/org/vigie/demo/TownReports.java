package org.vigie.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.access.Caller;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;

/// The reports of the town's people in the last days, by the public form.
///
/// The same random numbers make the same reports.
final class TownReports {
  private static final int REPORTS = 30;
  private static final Duration APART = Duration.ofMinutes(131);
  private static final int ACCOUNTS = 60;
  private static final List<Report> KINDS = List.of(
      new Report("phishing", "Asks for my bank card to release a parcel I never ordered."),
      new Report("hate-speech", "Says that people from the north quay should be driven out."),
      new Report("impersonation", "Pretends to be the harbour master and wants money."),
      new Report("suicide-announced", "Je suis inquiète : ce compte parle d’en finir."),
      new Report("other-violation-of-terms", "The same advertisement in every room, all day."),
      new Report("incitement-to-violence", "Appelle à casser les vitrines samedi."));

  private final Intake intake;
  private final MessengerId town;
  private final RandomGenerator random;

  TownReports(Intake intake, MessengerId town, RandomGenerator random) {
    this.intake = intake;
    this.town = town;
    this.random = random;
  }

  /// One report.
  private record Report(String category, String explanation) {}

  void plan(Timeline timeline, FourMonths months) {
    for (int number = 0; number < REPORTS; number++) {
      Report report = KINDS.get(number % KINDS.size());
      timeline.plan(months.before(APART.multipliedBy(REPORTS - number)), () -> send(report));
    }
  }

  private void send(Report report) {
    Reference account = new Reference("account-" + random.nextInt(ACCOUNTS));
    Subject reported = new Subject(
        town,
        Surface.PUBLIC,
        Optional.of(Room.any(random).reference()),
        Optional.of(account),
        Optional.empty());
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey(report.category()),
        report.explanation(),
        List.of(new ReportedContent(reported, Optional.empty())),
        town,
        Surface.PUBLIC,
        true,
        Language.EN);
    try {
      intake.receive(new NewNotice(
          new Caller.Vigie(),
          Optional.empty(),
          new Origin.Form(Optional.empty()),
          claim,
          List.of()));
    } catch (IOException e) {
      throw new UncheckedIOException("a report of the town was not stored", e);
    }
  }
}
