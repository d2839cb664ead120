package org.vigie.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// The secrets of one installation, by name: made on first use, then the same for ever.
///
/// A secret is stored in `keys/<name>.key` as 64 lowercase hex digits and a line feed, mode 0600.
/// It is on disk before it is returned, so nothing is ever sealed with a key that a crash loses.
/// Without `keys/` all sealed content is lost; a backup contains it. Threads: any.
public final class KeyRing {
  private static final HexFormat HEX = HexFormat.of();
  private static final String SUFFIX = ".key";

  private final DataDirectory directory;
  private final RandomGenerator random;

  /// @param random a cryptographic source, such as a `SecureRandom`
  public KeyRing(DataDirectory directory, RandomGenerator random) {
    this.directory = directory;
    this.random = random;
  }

  /// Returns the secret of this name, which is made if there is none.
  ///
  /// @throws UnusableDataDirectoryException if its file is damaged
  public synchronized Secret secret(SecretName name) {
    try {
      return holds(name) ? read(name) : create(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns whether there is a secret of this name. Callers that have sealed something must check
  /// before [#secret], which would make another one.
  public boolean holds(SecretName name) {
    return !Files.notExists(file(name));
  }

  /// Returns the names that begin with a word and that there are secrets of, in the order of the
  /// alphabet.
  public List<SecretName> names(String beginning) {
    try (Stream<Path> files = Files.list(directory.keys())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.startsWith(beginning) && file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .filter(SecretName::isValid)
          .sorted()
          .map(SecretName::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Secret create(SecretName name) throws IOException {
    byte[] value = new byte[Secret.BYTES];
    random.nextBytes(value);
    String text = HEX.formatHex(value) + "\n";
    DurableFiles.write(file(name), text.getBytes(StandardCharsets.US_ASCII));
    return new Secret(value);
  }

  private Secret read(SecretName name) throws IOException {
    String text = Files.readString(file(name), StandardCharsets.ISO_8859_1);
    if (!text.matches("[0-9a-f]{64}\n")) {
      throw new UnusableDataDirectoryException(
          directory.root(),
          Defect.DAMAGED,
          "keys/" + name.value() + ".key is damaged; restore it from a backup");
    }
    return new Secret(HEX.parseHex(text, 0, 2 * Secret.BYTES));
  }

  private Path file(SecretName name) {
    return directory.keys().resolve(name.value() + SUFFIX);
  }
}
