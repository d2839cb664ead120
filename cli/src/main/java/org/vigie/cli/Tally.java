package org.vigie.cli;

/// The counts of a run so far.
final class Tally {
  private long files;
  private long matches;
  private long failures;
  private long belowQuality;

  void add(FileReport report) {
    files++;
    matches += report.matches();
    failures += report.failed() ? 1 : 0;
    belowQuality += report.belowQuality() ? 1 : 0;
  }

  long files() {
    return files;
  }

  long matches() {
    return matches;
  }

  long failures() {
    return failures;
  }

  /// Returns how many pictures were not compared because they say too little.
  long belowQuality() {
    return belowQuality;
  }

  /// Returns the status that these counts deserve.
  int exitStatus() {
    if (failures > 0) {
      return ExitStatus.FAILED;
    }
    return matches > 0 ? ExitStatus.FOUND : ExitStatus.CLEAR;
  }
}
