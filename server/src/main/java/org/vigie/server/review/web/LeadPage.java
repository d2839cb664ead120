package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// What leads look at: queues and their ages, how much is decided and how well, and what people
/// see.
///
/// @param overdue how many decisions cannot take effect, in words; empty if none
/// @param verdicts what a lead can say about a decision that is judged again
public record LeadPage(
    Frame frame,
    String overdue,
    List<ReviewPage.QueueRow> queues,
    Ages ages,
    Days days,
    List<AgreementRow> agreements,
    Sources sources,
    List<LoadRow> loads,
    List<CheckRow> checks,
    List<Choice> verdicts)
    implements Page {
  public LeadPage {
    queues = List.copyOf(queues);
    agreements = List.copyOf(agreements);
    loads = List.copyOf(loads);
    checks = List.copyOf(checks);
    verdicts = List.copyOf(verdicts);
  }

  /// How old the cases are that wait.
  public record Ages(Chart chart, List<Row> rows) {
    public Ages {
      rows = List.copyOf(rows);
    }
  }

  /// A row of two figures.
  public record Row(String name, String figure) {}

  /// How much was decided, day by day.
  public record Days(Chart chart, List<DayRow> rows) {
    public Days {
      rows = List.copyOf(rows);
    }
  }

  /// One day.
  public record DayRow(String day, String byPeople, String byPolicy) {}

  /// How far people agree.
  ///
  /// @param kappa with two decimals, or a dash
  public record AgreementRow(String who, String pairs, String share, String kappa) {}

  /// How accurate those are who report.
  ///
  /// @param lead what it is and what follows from it
  public record Sources(String lead, Chart chart, List<SourceRow> rows) {
    public Sources {
      rows = List.copyOf(rows);
    }
  }

  /// One who reports.
  public record SourceRow(
      String who, String address, String decided, String founded, String share) {}

  /// What a person saw within 24 hours.
  public record LoadRow(String person, String points, String views) {}

  /// A decision to be judged again.
  public record CheckRow(String decision, long subject, String at) {}
}
