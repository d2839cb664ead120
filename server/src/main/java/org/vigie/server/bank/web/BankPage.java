package org.vigie.server.bank.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;

/// One bank: its terms, some of its members, its imports.
public record BankPage(
    Frame frame,
    BankRow bank,
    List<MemberRow> members,
    MemberFilter filter,
    Pager pager,
    List<ImportRowView> imports,
    List<Choice> bareTypes,
    boolean mayChange)
    implements Page {
  public BankPage {
    members = List.copyOf(members);
    imports = List.copyOf(imports);
    bareTypes = List.copyOf(bareTypes);
  }
}
