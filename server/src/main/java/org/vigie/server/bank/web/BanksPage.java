package org.vigie.server.bank.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Every bank, and the members that are set aside.
public record BanksPage(
    Frame frame, List<BankRow> banks, List<MemberRow> setAside, boolean mayChange) implements Page {
  public BanksPage {
    banks = List.copyOf(banks);
    setAside = List.copyOf(setAside);
  }
}
