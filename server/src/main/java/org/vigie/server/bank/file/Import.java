package org.vigie.server.bank.file;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.HashListDefect;
import org.vigie.hashlist.LineDefect;
import org.vigie.hashlist.SkipLimit;
import org.vigie.server.bank.BankId;

/// A file of members on its way into a bank. All of it counts, or nothing; bad lines are skipped
/// only on request.
///
/// @param caller the reference of the caller who sent the file
/// @param terms the terms of reading the file
/// @param reading the format that was recognised
public record Import(
    ImportId id,
    BankId bank,
    String caller,
    ImportTerms terms,
    ImportReading reading,
    State state,
    Progress progress,
    Defects defects) {
  private static final Set<String> OF_WHOLE_FILE = Stream.concat(
          Stream.of(HashListDefect.values()), Stream.of(MemberDefect.values()))
      .filter(LineDefect::isOfWholeList)
      .map(LineDefect::word)
      .collect(Collectors.toUnmodifiableSet());

  /// Returns whether it was refused, and the same file would be imported without its bad lines.
  public boolean wouldSkip() {
    return state == State.REFUSED
        && !terms.reading().skipBadLines()
        && defects.count <= SkipLimit.of(progress.rowsRead, defects.count)
        && defects.first.stream().map(bad -> bad.flaw().defect()).noneMatch(this::isOfWholeFile);
  }

  /// Members as JSON, which have no form of hash list, break off at a field that comes twice.
  private boolean isOfWholeFile(String defect) {
    return OF_WHOLE_FILE.contains(defect)
        || defect.equals(HashListDefect.FIELD_TWICE.word()) && reading.form().isEmpty();
  }

  /// Returns the number of skipped bad lines.
  public long skipped() {
    return state == State.DONE ? defects.count : 0;
  }

  /// The state of an import.
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

  /// The progress through the file.
  ///
  /// @param bytes the length of the file
  /// @param bytesRead how much of it was read so far
  /// @param rowsRead the sound rows read so far; a row may have several values
  /// @param outcome the numbers of its members; zeros unless the import is done
  public record Progress(
      long bytes,
      long bytesRead,
      long rowsRead,
      Outcome outcome,
      Instant startedAt,
      Optional<Instant> finishedAt) {
    private static final int WHOLE = 100;

    /// Returns how much of the file was read, in whole percent.
    public int percent() {
      return bytes == 0 ? WHOLE : Math.clamp(bytesRead * WHOLE / bytes, 0, WHOLE);
    }
  }

  /// The bad lines of the file.
  ///
  /// @param first the first of them; empty unless the import was refused, or is done without them
  /// @param count the number of all, also of those not in `first`
  public record Defects(List<BadLine> first, long count) {
    public Defects {
      first = List.copyOf(first);
    }
  }

  /// The numbers of members that were new, changed, and unchanged.
  public record Outcome(long added, long changed, long unchanged) {
    public static final Outcome NOTHING = new Outcome(0, 0, 0);
  }
}
