package org.vigie.cli;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// The progress of a long run, drawn only at a terminal.
sealed interface Progress extends AutoCloseable {
  /// Counts one more file.
  void step();

  /// Takes the drawing off the screen, so that a row can be written there.
  void clear();

  /// Takes the drawing off for good.
  @Override
  void close();

  /// Starts to draw if people watch.
  static Progress start(Console console, String task) {
    return console.terminal() ? new Bar(console, task) : new None();
  }

  /// No drawing.
  final class None implements Progress {
    @Override
    public void step() {}

    @Override
    public void clear() {}

    @Override
    public void close() {}
  }

  /// A bar without an end: it counts finished files, as their total is unknown.
  final class Bar implements Progress {
    private static final int COLUMNS = 78;
    private static final int UPDATE_MILLIS = 500;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final Console console;
    private final ProgressBar bar;
    private boolean drawn;
    private boolean closed;

    private Bar(Console console, String task) {
      this.console = console;
      this.bar = new ProgressBarBuilder()
          .setTaskName(task)
          .setInitialMax(-1)
          .setUnit(" files", 1)
          .showSpeed()
          .hideEta()
          .setStyle(ProgressBarStyle.ASCII)
          .setUpdateIntervalMillis(UPDATE_MILLIS)
          .setConsumer(new DelegatingProgressBarConsumer(this::draw, COLUMNS))
          .build();
    }

    private synchronized void draw(String line) {
      if (!closed && bar != null && bar.getCurrent() > 0) {
        console.err().print(ERASE_LINE + line);
        console.err().flush();
        drawn = true;
      }
    }

    @Override
    public void step() {
      bar.step();
    }

    @Override
    public synchronized void clear() {
      if (drawn) {
        console.err().print(ERASE_LINE);
        console.err().flush();
        drawn = false;
      }
    }

    @Override
    public void close() {
      synchronized (this) {
        clear();
        closed = true;
      }
      bar.close();
    }
  }
}
