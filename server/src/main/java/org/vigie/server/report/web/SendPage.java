package org.vigie.server.report.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.report.form.FormPass;

/// The third step: check the answers, and send.
///
/// @param facts the earlier answers
/// @param asks the fields that the law requires besides
/// @param pass of the form, once
public record SendPage(
    Frame frame,
    Where where,
    List<Fact> facts,
    Asks asks,
    Said said,
    FormPass pass,
    FormErrors errors,
    List<SupportRow> support)
    implements Page {
  public SendPage {
    facts = List.copyOf(facts);
    support = List.copyOf(support);
  }

  /// One answer that was given before.
  ///
  /// @param change where the second step is asked for, to change it; empty if there is no other
  ///     choice
  public record Fact(String label, String value, Optional<String> change) {}

  /// The fields that a notice needs besides a place.
  ///
  /// @param contact whether the law requires a name and an e-mail address
  /// @param goodFaith whether the reporter has to confirm
  /// @param explanation whether there has to be one
  /// @param hint a hint for the explanation
  /// @param filesKept how long files are kept
  public record Asks(
      boolean contact,
      boolean goodFaith,
      boolean explanation,
      String hint,
      String filesKept,
      FileLimit largestFile) {}

  /// Returns the number of zero bits of the proof of work.
  public int bits() {
    return FormPass.WORK_BITS;
  }
}
