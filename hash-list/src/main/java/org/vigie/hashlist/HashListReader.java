package org.vigie.hashlist;

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
import java.util.function.Consumer;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.hashlist.UnusableHashListException.Defect;

/// Reads hash lists in both forms, strictly; `docs/formats/hash-list.md` is the specification.
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
  /// @throws MalformedHashListException if any line breaks the format
  /// @throws UnusableHashListException if the file cannot be read, or has no entries
  public HashList read(Path file) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new UnusableHashListException(name, Defect.IS_A_DIRECTORY);
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(name, bytes);
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
  /// @throws MalformedHashListException if any line breaks the format
  /// @throws UnusableHashListException if the list has no entries
  public HashList read(String name, InputStream bytes) throws IOException {
    List<HashListEntry> good = new ArrayList<>();
    HashListReading reading = readEach(bytes, good::add, TOLD);
    if (reading.badCount() > 0) {
      throw new MalformedHashListException(name, reading.badLines(), reading.badCount());
    }
    if (good.isEmpty()) {
      throw new UnusableHashListException(name, Defect.NO_ENTRIES);
    }
    return new HashList(name, good);
  }

  /// Reads a list of any length, passing on each entry as it is read. Whoever takes them must
  /// use none of them before the reading has ended and is usable.
  ///
  /// @param bytes stays open
  /// @param told how many defects to keep
  public HashListReading readEach(InputStream bytes, Consumer<HashListEntry> sink, int told)
      throws IOException {
    Entries entries = new Entries(types, sink, told);
    readLines(withoutByteOrderMark(bytes), entries);
    return entries.reading();
  }

  private static void readLines(BufferedReader text, Entries entries) throws IOException {
    if (CsvForm.isHeader(FirstLine.peek(text))) {
      new CsvForm(entries).read(text);
    } else {
      new PlainForm(entries).read(text);
    }
  }

  /// Malformed UTF-8 becomes U+FFFD here, which [Entries] refuses on the line where it stands.
  private static BufferedReader withoutByteOrderMark(InputStream bytes) throws IOException {
    BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }
}
