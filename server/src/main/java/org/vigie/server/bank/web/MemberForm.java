package org.vigie.server.bank.web;

import java.util.List;
import java.util.Optional;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.frame.ProblemException;

/// The fields of a new member as they were typed.
///
/// @param signals one a line: a type's identifier, a colon and the value
public record MemberForm(
    String signals, String reference, String source, String category, String note) {
  static MemberForm empty() {
    return new MemberForm("", "", "", "", "");
  }

  MemberDescription description() {
    return new MemberDescription(reference, source, category, note, Optional.empty());
  }

  /// @throws ProblemException if a line is not a signal
  List<MemberSignal> parsed(SignalTypes types) {
    return signals
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> MemberSignal.of(MemberSearch.signal(types, line)))
        .toList();
  }
}
