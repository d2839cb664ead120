package org.vigie.server.bank.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The form in which a bank is created or edited.
public record BankFormPage(
    Frame frame, String action, BankForm form, FormErrors errors, List<Choice> kinds, boolean isNew)
    implements Page {
  public BankFormPage {
    kinds = List.copyOf(kinds);
  }
}
