package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The page of leads: queues and their ages, the number and quality of decisions, and the exposure
/// of people.
///
/// @param overdue the number of overdue decisions, in words; empty if none
/// @param verdicts the answers of a lead about a decision that is judged again
public record LeadPage(
    Frame frame,
    String overdue,
    List<ReviewPage.QueueRow> queues,
    Ages ages,
    Days days,
    List<AgreementRow> agreements,
    Sources sources,
    List<PaceRow> paces,
    Loads loads,
    List<CheckRow> checks,
    List<Choice> verdicts)
    implements Page {
  public LeadPage {
    queues = List.copyOf(queues);
    agreements = List.copyOf(agreements);
    paces = List.copyOf(paces);
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

  /// The decisions, day by day.
  public record Days(Chart chart, List<DayRow> rows) {
    public Days {
      rows = List.copyOf(rows);
    }
  }

  /// One day.
  public record DayRow(String day, String byPeople, String byPolicy) {}

  /// The agreement of people.
  ///
  /// @param kappa with two decimals, or a dash
  public record AgreementRow(String who, String pairs, String share, String kappa) {}

  /// How accurate those are who report.
  ///
  /// @param lead explains the figures and their consequences
  public record Sources(String lead, Chart chart, List<SourceRow> rows) {
    public Sources {
      rows = List.copyOf(rows);
    }
  }

  /// One who reports.
  public record SourceRow(
      String who, String address, String decided, String founded, String share) {}

  /// How long cases of one severity took.
  public record PaceRow(Words.Badge severity, String decided, String half, String most) {}

  /// The exposure of people within 24 hours.
  public record Loads(Chart chart, List<LoadRow> rows) {
    public Loads {
      rows = List.copyOf(rows);
    }
  }

  /// The exposure of a person within 24 hours.
  public record LoadRow(String person, String points, String views) {}

  /// A decision to be judged again.
  public record CheckRow(String decision, long subject, String at) {}
}
