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
    boolean mayPutBack,
    boolean isSetAside)
    implements Page {
  /// Returns where its forms are sent: leads may decide on what was set aside, and nothing else.
  public String action() {
    return "/banks/" + member.bank() + "/members/" + member.id()
        + (isSetAside ? "/flood" : "/status");
  }

  public MemberPage {
    history = List.copyOf(history);
  }
}
