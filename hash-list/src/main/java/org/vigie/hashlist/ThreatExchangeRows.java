package org.vigie.hashlist;

import java.util.List;

/// The output of `threatexchange dataset -P --csv`. Several collaborations may name a signal and
/// say different things about it, so only the signals are read.
final class ThreatExchangeRows implements CsvRows.Table {
  private static final int TYPE = ThreatExchange.COLUMNS.indexOf("signal_type");
  private static final int VALUE = ThreatExchange.COLUMNS.indexOf("signal_str");
  private static final int CATEGORY = ThreatExchange.COLUMNS.indexOf("category");

  private final Entries entries;

  ThreatExchangeRows(Entries entries) {
    this.entries = entries;
  }

  @Override
  public boolean begin(long line, List<String> header) {
    entries.recognise(ListForm.THREATEXCHANGE);
    return true;
  }

  @Override
  public void row(long line, List<String> row) {
    int columns = ThreatExchange.COLUMNS.size();
    if (row.size() != columns) {
      entries.refuse(line, HashListDefect.WRONG_COLUMN_COUNT.of(columns, row.size()));
    } else if (ThreatExchange.HARMLESS.contains(row.get(CATEGORY))) {
      entries.leaveOut(LeftOut.KNOWN_HARMLESS);
    } else {
      String type = ThreatExchange.TYPES.getOrDefault(row.get(TYPE), "");
      entries.add(line, type, row.get(VALUE), "", Remarks.NONE);
    }
  }
}
