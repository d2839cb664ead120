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
/// @param messenger of the reported content; empty where there is only one
/// @param outcome of the notice, once it is decided
/// @param files that came with the notice; empty if they are no longer known
/// @param remarks further remarks for the reporter: that files were not taken, that they were
///     warned
/// @param forgotten the parts of the notice that were deleted since, and when
public record ReceiptPage(
    Frame frame,
    String code,
    String address,
    QrPicture picture,
    String received,
    String category,
    Optional<String> messenger,
    Optional<OutcomeView> outcome,
    Optional<Files> files,
    List<String> remarks,
    Optional<String> forgotten,
    List<SupportRow> support)
    implements Page {
  public ReceiptPage {
    remarks = List.copyOf(remarks);
    support = List.copyOf(support);
  }

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
