package org.vigie.server.report.answering;

import org.vigie.server.report.NoticeId;

/// A mail to a reporter that has to go.
///
/// @param number names it, also to whoever receives it twice
/// @param attempts how often sending it has failed
public record ReporterMail(long number, NoticeId notice, Kind kind, int attempts) {
  /// What a mail says.
  public enum Kind {
    /// The notice has arrived: Regulation (EU) 2022/2065, Art. 16(4).
    RECEIVED,
    /// It is decided, with redress: Art. 16(5) and (6).
    DECIDED
  }
}
