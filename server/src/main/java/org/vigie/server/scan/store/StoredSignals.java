package org.vigie.server.scan.store;

import java.util.List;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.scan.ScanId;

/// The signals of a stored scan, ready to compare.
public record StoredSignals(ScanId scan, List<SoughtSignal> sought) {
  public StoredSignals {
    sought = List.copyOf(sought);
  }
}
