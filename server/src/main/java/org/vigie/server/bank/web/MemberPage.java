package org.vigie.server.bank.web;

import java.util.List;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// One member: signals, history, what can be done.
public record MemberPage(
    Frame frame,
    MemberRow member,
    List<EventRow> history,
    FormErrors errors,
    boolean mayDispute,
    boolean mayWithdraw,
    boolean mayPutBack)
    implements Page {
  public MemberPage {
    history = List.copyOf(history);
  }
}
