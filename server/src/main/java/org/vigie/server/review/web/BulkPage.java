package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;

/// Open cases to choose from, and one verdict for all chosen ones.
///
/// @param all the address of this page with every case chosen
public record BulkPage(
    Frame frame,
    Filter filter,
    Choices choices,
    List<Row> rows,
    CasePage.DecideForm form,
    FormErrors errors,
    Pager pager,
    String all)
    implements Page {
  public BulkPage {
    rows = List.copyOf(rows);
  }

  /// The filter of the person.
  ///
  /// @param suspected the suspected category
  /// @param about the account
  public record Filter(String queue, String suspected, String messenger, String about) {
    static final Filter NOTHING = new Filter("", "", "", "");
  }

  /// The choices of the filter.
  ///
  /// @param messengers empty where there is only one
  public record Choices(List<Choice> queues, List<Choice> categories, List<Choice> messengers) {
    public Choices {
      queues = List.copyOf(queues);
      categories = List.copyOf(categories);
      messengers = List.copyOf(messengers);
    }
  }

  /// A case that can be chosen.
  ///
  /// @param value its number and its version
  public record Row(CaseRow subject, String value, boolean chosen) {}
}
