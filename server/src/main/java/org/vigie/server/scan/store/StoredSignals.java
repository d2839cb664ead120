package org.vigie.server.scan.store;

import java.util.List;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.scan.ScanId;

/// The signals of a stored scan, as they are compared.
public record StoredSignals(ScanId scan, List<SoughtSignal> sought) {
  public StoredSignals {
    sought = List.copyOf(sought);
  }
}
