package org.vigie.server.report.web;

import org.vigie.server.frame.Frame;

/// The largest file that is taken, in bytes.
public record FileLimit(long bytes) {
  private static final long MEBI = 1 << 20;
  private static final long MEGA = 1_000_000;

  /// Returns it in words, never more than it is: `10 MB` for 10 MiB.
  public String in(Frame frame) {
    return frame.texts().size(bytes < MEBI ? bytes : bytes / MEBI * MEGA);
  }
}
