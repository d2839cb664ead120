package org.vigie.demo;

import java.time.Duration;
import org.vigie.server.report.reporters.Misuse;
import org.vigie.server.report.reporters.MisuseRegister;
import org.vigie.server.report.reporters.ReporterTally;

/// Makes a reporter of manifestly unfounded notices, whom the lead warns.
final class TownMisuse {
  private static final Duration WARNED = Duration.ofDays(2);

  private final MisuseRegister reporters;
  private final TownPeople people;

  TownMisuse(MisuseRegister reporters, TownPeople people) {
    this.reporters = reporters;
    this.people = people;
  }

  void plan(Timeline timeline, FourMonths months) {
    timeline.plan(months.before(WARNED), () -> reporters.withUnfounded().forEach(this::warn));
  }

  private void warn(ReporterTally tally) {
    reporters.warn(
        people.find(Resident.CORALIE),
        tally.reporter(),
        new MisuseRegister.Weighed(
            Misuse.Gravity.LOW,
            Misuse.Intent.CARELESS,
            "Reports each message of a newsroom; none was against the rules."));
  }
}
