package org.vigie.server.bank.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.hashlist.Flaw;
import org.vigie.hashlist.HashListEntry;
import org.vigie.hashlist.HashListReader;
import org.vigie.hashlist.HashListReading;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberStatus;

/// Reads the rows of a file of members, one by one, of any length.
public final class MemberFileReader {
  private static final int TELLING_BYTES = 8_192;

  /// The beginning of a hash set of VICS, which no list of members as JSON begins with.
  private static final Pattern VICS =
      Pattern.compile("\\uFEFF?\\s*\\{\\s*\"(value|@?odata\\.[a-z]+)\"\\s*:.*", Pattern.DOTALL);

  private final SignalTypes types;
  private final Consumer<ImportRow> rows;
  private final Defects defects = new Defects();
  private ImportReading reading = ImportReading.NONE;
  private @Nullable MemberDescription lastBad;
  private final RowCount count = new RowCount();

  /// @param rows takes each row that has no defect of its own; none of them counts if there are
  ///     [#defects] in the end
  public MemberFileReader(SignalTypes types, Consumer<ImportRow> rows) {
    this.types = types;
    this.rows = rows;
  }

  /// Reads a file to its end.
  public void read(ImportTerms terms, InputStream bytes) throws IOException {
    BufferedInputStream file = new BufferedInputStream(bytes);
    switch (terms.form()) {
      case HASH_LIST -> readHashList(terms.reading(), file);
      case JSON -> readJson(terms.reading(), file);
    }
    if (count.rows() == 0 && defects.count() == 0) {
      defects.breakAll(1, MemberDefect.NO_ENTRIES.of());
    }
  }

  private void readJson(ReadingTerms terms, BufferedInputStream file) throws IOException {
    file.mark(TELLING_BYTES);
    String begin = new String(file.readNBytes(TELLING_BYTES), StandardCharsets.UTF_8);
    file.reset();
    if (VICS.matcher(begin).matches()) {
      readHashList(terms, file);
    } else {
      new JsonMembers(types, this::accept, defects).read(file);
    }
  }

  /// Returns the number of rows without a defect of their own.
  public long rows() {
    return count.rows();
  }

  /// Returns the form in which the file was read.
  public ImportReading reading() {
    return reading;
  }

  /// Returns the defects of the file.
  public Defects defects() {
    return defects;
  }

  private void readHashList(ReadingTerms terms, InputStream bytes) throws IOException {
    HashListReading read =
        new HashListReader(types).readEach(bytes, terms, this::accept, Defects.MOST_REPORTED);
    reading = new ImportReading(read.form(), read.leftOut());
    if (read.broken()) {
      defects.breakAll(read.badLines(), read.badCount());
    } else {
      defects.addAll(read.badLines(), read.badCount());
    }
  }

  private void accept(HashListEntry entry) {
    Optional<MemberStatus> status =
        entry.remarks().status().map(said -> MemberStatus.valueOf(said.name()));
    MemberDescription description = new MemberDescription(
        entry.named() ? entry.member() : referenceOf(entry.first()),
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
      refuse(row, defect.get());
    } else {
      count.add(row);
      rows.accept(row);
    }
  }

  /// Every row of a member has the same description, which is refused once.
  private void refuse(ImportRow row, Flaw flaw) {
    if (!row.description().equals(lastBad)) {
      defects.add(row.line(), flaw);
    }
    lastBad = row.description();
  }
}
