package org.vigie.hashlist;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.hashlist.UnusableHashListException.Defect;

/// Reads hash lists in every form that is known, strictly; the specification is
/// `docs/formats/hash-list.md`.
///
/// Threads: any.
public final class HashListReader {
  private static final int TOLD = 20;
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final SignalTypes types;

  /// @param types the signal types that lists may name
  public HashListReader(SignalTypes types) {
    this.types = types;
  }

  /// Reads a whole list; its name is the path as given.
  ///
  /// @throws MalformedHashListException if the list cannot be used on these terms
  /// @throws UnusableHashListException if the file cannot be read, or has no entries
  public HashList read(Path file, ReadingTerms terms) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new UnusableHashListException(name, Defect.IS_A_DIRECTORY);
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(name, bytes, terms);
    } catch (NoSuchFileException e) {
      throw new UnusableHashListException(name, Defect.NOT_FOUND);
    } catch (AccessDeniedException e) {
      throw new UnusableHashListException(name, Defect.ACCESS_DENIED);
    } catch (IOException e) {
      throw new UnusableHashListException(name, Defect.UNREADABLE);
    }
  }

  /// Reads a whole list from a stream, which stays open.
  ///
  /// @throws MalformedHashListException if the list cannot be used on these terms
  /// @throws UnusableHashListException if the list has no entries
  public HashList read(String name, InputStream bytes, ReadingTerms terms) throws IOException {
    List<HashListEntry> good = new ArrayList<>();
    HashListReading reading = readEach(bytes, terms, good::add, TOLD);
    if (reading.isUsable(terms)) {
      return new HashList(name, good, reading);
    }
    if (reading.badCount() > 0) {
      throw new MalformedHashListException(name, reading.badLines(), reading.badCount());
    }
    throw new UnusableHashListException(name, Defect.NO_ENTRIES);
  }

  /// Reads a list of any length, passing on each entry as it is read. The consumer must use none of
  /// them before the reading has ended and is usable.
  ///
  /// @param bytes stays open
  /// @param told the number of defects to keep, at least one
  public HashListReading readEach(
      InputStream bytes, ReadingTerms terms, Consumer<HashListEntry> sink, int told)
      throws IOException {
    Entries entries = new Entries(types, terms, sink, told);
    BufferedInputStream buffered = new BufferedInputStream(bytes);
    Optional<HashListDefect> foreign = foreign(buffered);
    if (foreign.isPresent()) {
      entries.refuseAll(1, foreign.get().of());
    } else {
      readText(withoutByteOrderMark(buffered), entries);
    }
    return entries.end();
  }

  private static Optional<HashListDefect> foreign(BufferedInputStream bytes) throws IOException {
    bytes.mark(ForeignFile.TELLING_BYTES);
    byte[] first = bytes.readNBytes(ForeignFile.TELLING_BYTES);
    bytes.reset();
    return ForeignFile.of(first);
  }

  /// The first line with content decides the format.
  private static void readText(BufferedReader text, Entries entries) throws IOException {
    String first = FirstLine.peek(text);
    if (first.stripLeading().startsWith("{") || first.stripLeading().startsWith("[")) {
      new VicsForm(entries).read(text);
    } else if (HashdeepForm.isFirstLine(first)) {
      new HashdeepForm(entries).read(text);
    } else {
      readTableOrLines(text, first, entries);
    }
  }

  private static void readTableOrLines(BufferedReader text, String first, Entries entries)
      throws IOException {
    Optional<CsvHeader> header = CsvHeader.readings(first).stream()
        .filter(reading -> reading.table().isPresent())
        .findFirst();
    if (first.startsWith("#") || header.isEmpty() && LinesForm.takes(first)) {
      new LinesForm(entries).read(text);
    } else if (header.isPresent()) {
      CsvTable table = header.get().table().orElseThrow();
      CsvRows.read(text, header.get().separator(), entries, table.rows(entries));
    } else {
      entries.refuseAll(1, HashListDefect.UNKNOWN_FORM.of());
    }
  }

  /// Malformed UTF-8 becomes U+FFFD here, which [Entries] refuses with its line.
  private static BufferedReader withoutByteOrderMark(InputStream bytes) throws IOException {
    BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }
}
