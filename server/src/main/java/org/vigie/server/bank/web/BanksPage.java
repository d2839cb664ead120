package org.vigie.server.bank.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Every bank, and the members that are set aside.
///
/// @param closed banks that can be opened again
public record BanksPage(
    Frame frame,
    List<BankRow> banks,
    List<ClosedRow> closed,
    List<MemberRow> setAside,
    boolean mayChange)
    implements Page {
  /// A closed bank.
  public record ClosedRow(int id, int version, String name, String category, String members) {}

  public BanksPage {
    banks = List.copyOf(banks);
    closed = List.copyOf(closed);
    setAside = List.copyOf(setAside);
  }
}
