package org.vigie.server.bank.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.hashlist.BadLine;
import org.vigie.server.bank.BankId;

/// A file of members on its way into a bank. All of it counts, or
/// nothing; bad lines are skipped only where that was asked for.
///
/// @param terms how the file is to be read
/// @param reading how it was read
/// @param bytes the length of the file
/// @param rowsRead how many entries have been read so far
/// @param outcome how many members it named; zeros unless it is done
/// @param badLines the first defects; empty unless it was refused, or is done without them
/// @param defects how many defects there are, told or not
public record Import(
    ImportId id,
    BankId bank,
    ImportTerms terms,
    ImportReading reading,
    State state,
    long bytes,
    long rowsRead,
    Outcome outcome,
    List<BadLine> badLines,
    long defects,
    Instant startedAt,
    Optional<Instant> finishedAt,
    String caller) {
  public Import {
    badLines = List.copyOf(badLines);
  }

  /// Returns how many bad lines were skipped.
  public long skipped() {
    return state == State.DONE ? defects : 0;
  }

  /// How far it is.
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    /// Lines of the file are not as they have to be; nothing was imported.
    REFUSED,
    /// Something failed inside Vigie; nothing was imported.
    FAILED,
    /// The process that had its file came back without it, or ended too often while it carried it
    /// out; nothing was imported.
    INTERRUPTED;

    /// Returns whether it has ended, which stays so.
    public boolean isFinal() {
      return this != QUEUED && this != RUNNING;
    }
  }

  /// How many members were new, were there and are different now, and were there just so.
  public record Outcome(long added, long changed, long unchanged) {
    public static final Outcome NOTHING = new Outcome(0, 0, 0);
  }
}
