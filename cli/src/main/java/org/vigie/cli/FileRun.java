package org.vigie.cli;

import java.util.Iterator;
import org.vigie.cli.OrderedPipeline.Work;
import org.vigie.cli.files.FileWalk;
import org.vigie.cli.files.Found;

/// One run over many files: rows to the output in the order of the walk, progress to people.
final class FileRun {
  private final Console console;
  private final FileOptions options;
  private final RowWriter rows;
  private final Tally tally = new Tally();

  FileRun(Console console, FileOptions options, RowWriter rows) {
    this.console = console;
    this.options = options;
    this.rows = rows;
  }

  /// Works through all files on all cores.
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  Tally run(String task, Work<Found, FileReport> work) throws InterruptedException {
    Iterator<Found> walk = new FileWalk(options.paths());
    int workers = Runtime.getRuntime().availableProcessors();
    try (Progress progress = Progress.start(console, task)) {
      new OrderedPipeline<>(workers, work, report -> tell(report, progress)).run(walk);
    }
    return tally;
  }

  private void tell(FileReport report, Progress progress) {
    tally.add(report);
    if (!report.rows().isEmpty()) {
      progress.clear();
      report.rows().forEach(rows::write);
    }
    progress.step();
  }
}
