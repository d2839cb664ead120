package org.vigie.server.report.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.QrPicture;
import org.vigie.server.frame.Tone;

/// The receipt of a notice and its state, for anybody who knows the code.
///
/// @param address of this page, in full
/// @param steps so far
/// @param next the steps that follow
/// @param outcome of the notice, once it is decided
/// @param facts of the report; without its place once that was deleted
/// @param explanation the reporter's words; may be empty
/// @param files that came with the notice; empty if they are no longer known
/// @param remarks further remarks for the reporter: that files were not taken, that they were
///     warned
/// @param forgotten the parts of the notice that were deleted since, and when
public record ReceiptPage(
    Frame frame,
    String code,
    String address,
    QrPicture picture,
    List<Step> steps,
    List<String> next,
    Optional<OutcomeView> outcome,
    List<Fact> facts,
    String explanation,
    Optional<Files> files,
    List<String> remarks,
    Optional<String> forgotten,
    List<SupportRow> support)
    implements Page {
  public ReceiptPage {
    steps = List.copyOf(steps);
    next = List.copyOf(next);
    facts = List.copyOf(facts);
    remarks = List.copyOf(remarks);
    support = List.copyOf(support);
  }

  /// Something that has happened.
  ///
  /// @param at the time in words; may be empty
  public record Step(String at, String sentence) {}

  /// Something that the report said.
  public record Fact(String label, String value) {}

  /// Files in words.
  ///
  /// @param count their number
  /// @param each name and size of each
  public record Files(String count, List<String> each) {
    public Files {
      each = List.copyOf(each);
    }
  }

  /// An outcome in words.
  ///
  /// @param at the time in words
  /// @param sentences the finding, unless it was deleted, and who decided
  /// @param redress the ways to contest it
  public record OutcomeView(
      Tone tone, String title, String at, List<String> sentences, List<String> redress) {
    public OutcomeView {
      sentences = List.copyOf(sentences);
      redress = List.copyOf(redress);
    }
  }

  public Tone tone() {
    return outcome.map(OutcomeView::tone).orElse(Tone.WAITING);
  }

  public String state() {
    return outcome.map(OutcomeView::title).orElse(frame.text("report.state.open"));
  }
}
