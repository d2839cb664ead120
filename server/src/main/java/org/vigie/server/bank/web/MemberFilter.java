package org.vigie.server.bank.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;

/// The filter of a bank's members as it was typed.
public record MemberFilter(
    String status,
    String member,
    String source,
    String signal,
    List<Choice> statuses,
    FormErrors errors) {
  public MemberFilter {
    statuses = List.copyOf(statuses);
  }
}
