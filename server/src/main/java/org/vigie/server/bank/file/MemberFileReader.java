package org.vigie.server.bank.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.hashlist.Flaw;
import org.vigie.hashlist.HashListEntry;
import org.vigie.hashlist.HashListReader;
import org.vigie.hashlist.HashListReading;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.server.bank.ImportForm;
import org.vigie.server.bank.MemberDefect;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.MemberTexts;
import org.vigie.server.bank.store.ImportRow;

/// Reads the rows of a file of members, one by one, whatever its length.
public final class MemberFileReader {
  private final SignalTypes types;
  private final Consumer<ImportRow> rows;
  private final Defects defects = new Defects();
  private long count;

  /// @param rows takes each row that has no defect of its own; none of them counts if there are
  ///     [#defects] in the end
  public MemberFileReader(SignalTypes types, Consumer<ImportRow> rows) {
    this.types = types;
    this.rows = rows;
  }

  /// Reads a file to its end.
  public void read(ImportForm form, InputStream bytes) throws IOException {
    switch (form) {
      case HASH_LIST -> readHashList(bytes);
      case JSON -> new JsonMembers(types, this::accept, defects).read(bytes);
    }
    if (count == 0 && defects.count() == 0) {
      defects.add(1, MemberDefect.NO_ENTRIES.of());
    }
  }

  /// Returns what is wrong with what was read.
  public Defects defects() {
    return defects;
  }

  private void readHashList(InputStream bytes) throws IOException {
    HashListReading reading = new HashListReader(types)
        .readEach(bytes, ReadingTerms.STRICT, this::accept, Defects.TOLD);
    defects.addAll(reading.badLines(), reading.badCount());
  }

  private void accept(HashListEntry entry) {
    Optional<MemberStatus> status =
        entry.remarks().status().map(said -> MemberStatus.valueOf(said.name()));
    MemberDescription description = new MemberDescription(
        entry.named() ? entry.member() : referenceOf(entry.signal()),
        entry.remarks().source(),
        entry.remarks().category(),
        entry.remarks().note(),
        Optional.of(entry.remarks().metadata()).filter(said -> !said.isEmpty()));
    accept(new ImportRow(
        entry.line(), entry.signal(), entry.remarks().quality(), description, status));
  }

  /// A member without a name is known by its signal, so that reading a list again finds it.
  static String referenceOf(Signal signal) {
    return signal.type().id() + ":" + signal.text();
  }

  private void accept(ImportRow row) {
    Optional<Flaw> defect = MemberTexts.defect(row.description());
    if (defect.isPresent()) {
      defects.add(row.line(), defect.get());
    } else {
      count++;
      rows.accept(row);
    }
  }
}
