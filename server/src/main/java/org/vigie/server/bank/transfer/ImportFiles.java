package org.vigie.server.bank.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.DurableFiles;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.settings.BankSettings;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// The files of pending imports, in a folder of this process alone. A kept file survives a crash.
final class ImportFiles {
  private static final int BUFFER = 1 << 16;
  private static final Pattern KEPT = Pattern.compile("import-(\\d{1,18})");
  private static final String OWNER = "owner";

  private final Path folder;
  private final long maxBytes;
  private @Nullable UUID owner;

  ImportFiles(BankSettings settings) {
    folder = settings.importDirectory();
    maxBytes = settings.maxImportSize().toBytes();
  }

  /// Returns the mark of this folder's imports, which distinguishes them from those of other
  /// processes. It is made once, and stays in the folder.
  synchronized UUID owner() throws IOException {
    UUID known = owner;
    if (known == null) {
      known = readOrMakeOwner();
      owner = known;
    }
    return known;
  }

  private UUID readOrMakeOwner() throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(OWNER);
    if (!Files.exists(file)) {
      DurableFiles.write(file, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    }
    return UUID.fromString(Files.readString(file).strip());
  }

  /// A file that has arrived in full and belongs to no import yet.
  record Arrived(Path path, long bytes) {}

  /// Writes an arriving file to disk.
  ///
  /// @throws ProblemException of type [ProblemType#TOO_LARGE] if it is
  Arrived arrive(InputStream bytes) throws IOException {
    Files.createDirectories(folder);
    Path path = Files.createTempFile(folder, "arriving", "");
    boolean whole = false;
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      copy(Channels.newChannel(bytes), file);
      file.force(true);
      whole = true;
      return new Arrived(path, file.size());
    } finally {
      if (!whole) {
        Files.deleteIfExists(path);
      }
    }
  }

  private void copy(ReadableByteChannel from, FileChannel to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    while (from.read(buffer) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        to.write(buffer);
      }
      buffer.clear();
      if (to.position() > maxBytes) {
        throw new ProblemException(
            ProblemType.TOO_LARGE,
            "the file is larger than what is imported",
            Map.of("maxBytes", maxBytes));
      }
    }
  }

  /// Gives a file to an import, for good: after this it survives a crash.
  void keep(Arrived file, ImportId id) throws IOException {
    DurableFiles.moveInto(file.path(), of(id));
  }

  /// Returns the path of the file of an import.
  Path of(ImportId id) {
    return folder.resolve("import-" + id.value());
  }

  void delete(ImportId id) {
    delete(of(id));
  }

  /// Removes a file that has arrived and will belong to no import.
  void drop(Arrived file) {
    delete(file.path());
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the imports whose files are here, the oldest first, and removes files that belong to
  /// none.
  List<ImportId> left() throws IOException {
    Files.createDirectories(folder);
    List<Long> numbers = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher name = KEPT.matcher(file.getFileName().toString());
        if (name.matches()) {
          numbers.add(Long.valueOf(name.group(1)));
        } else if (!file.endsWith(OWNER)) {
          delete(file);
        }
      }
    }
    return numbers.stream().sorted().map(ImportId::new).toList();
  }
}
