package org.vigie.server.scan.store;

import java.util.List;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.scan.ScanId;

/// The signals of a scan that is kept, as they are looked for.
public record StoredSignals(ScanId scan, List<SoughtSignal> sought) {
  public StoredSignals {
    sought = List.copyOf(sought);
  }
}
