package org.vigie.server.scan.lookup;

import java.util.List;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.SoughtSignal;

/// Signals that a caller computed, to be compared; nothing of them is stored.
///
/// @param signals each a piece of content of its own, 1 to [#MOST_SIGNALS]
/// @param banks to compare with; empty for all
public record Lookup(List<SoughtSignal> signals, List<BankName> banks) {
  public static final int MOST_SIGNALS = 1_000;

  public Lookup {
    signals = List.copyOf(signals);
    banks = List.copyOf(banks);
    if (signals.isEmpty() || signals.size() > MOST_SIGNALS) {
      throw new IllegalArgumentException("a look-up has 1 to 1,000 signals: " + signals.size());
    }
  }
}
