package org.vigie.cli;

import java.util.List;

/// The rows and counts of one file.
///
/// @param matches the number of rows that are matches
/// @param failed whether any part of the request could not be answered
/// @param belowQuality whether its picture has too little detail to be compared
record FileReport(List<Row> rows, int matches, boolean failed, boolean belowQuality) {
  FileReport {
    rows = List.copyOf(rows);
  }
}
