package org.vigie.server.access.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.ChoiceGroup;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;

/// The entries of the ledger.
///
/// @param acts the acts to filter by
/// @param csv address of the same entries as a file
public record LedgerPage(
    Frame frame, LedgerQuery query, Acts acts, List<Row> entries, Pager pager, String csv)
    implements Page {
  public LedgerPage {
    entries = List.copyOf(entries);
  }

  /// The acts that can be chosen: first any, then those of each module.
  public record Acts(List<Choice> first, List<ChoiceGroup> groups) {
    public Acts {
      first = List.copyOf(first);
      groups = List.copyOf(groups);
    }
  }

  /// One entry.
  ///
  /// @param issuer who gave the caller their access, in words; empty if that is long ago
  public record Row(
      String number,
      Moment at,
      Named caller,
      String issuer,
      ActText act,
      Named subject,
      String detail) {
    /// Returns the pairs of the detail, without the page if that is the subject.
    public List<String> details() {
      return Arrays.stream(detail.split(" ", -1))
          .filter(pair -> !pair.isEmpty())
          .filter(pair -> !pair.replaceFirst("=", ":").equals(subject.reference()))
          .toList();
    }
  }

  /// A person or another object.
  ///
  /// @param name for people; empty if there is none
  /// @param path of its page, if it has one that the viewer may open
  public record Named(
      String name, String reference, @Nullable String path) {
    /// Returns the name, or the reference if there is none.
    public String words() {
      return name.isEmpty() ? reference : name;
    }
  }

  /// The kind of act.
  ///
  /// @param language `en` for the phrase of an act that no longer exists; null if the words are
  ///     in the language of the page
  public record ActText(String words, @Nullable String language) {}
}
