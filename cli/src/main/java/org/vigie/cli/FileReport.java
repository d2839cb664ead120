package org.vigie.cli;

import java.util.List;

/// What there is to say of one file.
///
/// @param matches how many of the rows are matches
/// @param failed whether anything that was asked for could not be answered
/// @param belowQuality whether its picture says too little to be compared
record FileReport(List<Row> rows, int matches, boolean failed, boolean belowQuality) {
  FileReport {
    rows = List.copyOf(rows);
  }
}
