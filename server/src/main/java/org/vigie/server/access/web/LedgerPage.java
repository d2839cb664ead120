package org.vigie.server.access.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;

/// Who saw and did what.
///
/// @param csv address of the same entries as a file
public record LedgerPage(Frame frame, LedgerQuery query, List<Row> entries, Pager pager, String csv)
    implements Page {
  public LedgerPage {
    entries = List.copyOf(entries);
  }

  public record Row(String number, String at, String caller, String act, String subject) {}
}
