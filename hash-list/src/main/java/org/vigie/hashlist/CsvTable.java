package org.vigie.hashlist;

/// The tables that are known.
enum CsvTable {
  OWN,
  DIGESTS,
  PDQ,
  THREATEXCHANGE;

  /// Returns a reader for the rows of such a table.
  CsvRows.Table rows(Entries entries) {
    return switch (this) {
      case OWN -> new CsvForm(entries);
      case DIGESTS -> new DigestColumns(entries);
      case PDQ -> new PdqRows(entries);
      case THREATEXCHANGE -> new ThreatExchangeRows(entries);
    };
  }
}
