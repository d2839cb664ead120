package org.vigie.server.bank.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.ChoiceGroup;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The form in which a bank is created or edited.
public record BankFormPage(
    Frame frame,
    String action,
    BankForm form,
    FormErrors errors,
    List<Choice> kinds,
    Categories categories)
    implements Page {
  public BankFormPage {
    kinds = List.copyOf(kinds);
  }

  /// Returns whether it creates one.
  public boolean isNew() {
    return form.version() == 0;
  }

  /// The categories that can be chosen: first none, then those of the catalogue.
  public record Categories(List<Choice> first, List<ChoiceGroup> groups) {
    public Categories {
      first = List.copyOf(first);
      groups = List.copyOf(groups);
    }
  }
}
