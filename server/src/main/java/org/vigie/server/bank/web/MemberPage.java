package org.vigie.server.bank.web;

import java.util.List;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// One member: signals, history, and the actions that the viewer may take.
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
  /// Returns the address of its forms: leads may only decide on members that are set aside.
  public String action() {
    return "/banks/" + member.bank() + "/members/" + member.id()
        + (isSetAside ? "/flood" : "/status");
  }

  public MemberPage {
    history = List.copyOf(history);
  }
}
