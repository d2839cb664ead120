package org.vigie.server.webhook.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.server.webhook.signing.SigningKey;
import org.vigie.server.webhook.signing.SigningKeys;

/// Settings under `vigie.webhook.receivers.NAME.keys`: the keys that deliveries are signed by.
/// Prints none of them.
///
/// @param id the name of the newest key: 1 to 64 letters, digits, dots, hyphens and underscores
/// @param secret of that key, at least 32 bytes
/// @param previousId the name of the key before, while receivers change to the newest; else empty
/// @param previousSecret of that key
/// @param file in place of all these: a file with a line for each of one or two keys, the newest
///     first: its name, a space, its secret
public record KeySettings(
    @DefaultValue("") String id,
    @DefaultValue("") String secret,
    @DefaultValue("") String previousId,
    @DefaultValue("") String previousSecret,
    @DefaultValue("") String file) {
  private static final int MOST_KEYS = 2;
  private static final int MOST_BYTES = 10_000;

  public KeySettings {
    boolean set = !(id + secret + previousId + previousSecret).isEmpty();
    if (set == !file.isEmpty()) {
      throw new IllegalArgumentException("either id and secret have to be set, or file");
    }
    if (set) {
      keys(id, secret, previousId, previousSecret);
    }
  }

  private static SigningKeys keys(
      String id, String secret, String previousId, String previousSecret) {
    Optional<SigningKey> previous = (previousId + previousSecret).isEmpty()
        ? Optional.empty()
        : Optional.of(SigningKey.of(previousId, previousSecret));
    return new SigningKeys(SigningKey.of(id, secret), previous);
  }

  /// Returns the keys, from the file if there is one.
  ///
  /// @throws IOException if the file cannot be read or has other lines; the message has none
  ///     of them
  /// @throws IllegalArgumentException if the file has a key that is none; likewise
  SigningKeys read() throws IOException {
    return file.isEmpty() ? keys(id, secret, previousId, previousSecret) : keys(lines());
  }

  private List<String> lines() throws IOException {
    try {
      Path path = Path.of(file);
      if (Files.size(path) > MOST_BYTES) {
        throw new IOException("the file of keys is too large");
      }
      return Files.readString(path, StandardCharsets.UTF_8).lines().toList();
    } catch (InvalidPathException e) {
      throw new IOException("the file of keys has a name that is none", e);
    }
  }

  private static SigningKeys keys(List<String> lines) throws IOException {
    if (lines.isEmpty() || lines.size() > MOST_KEYS) {
      throw new IOException("the file of keys has one or two lines");
    }
    List<SigningKey> keys = lines.stream().map(KeySettings::key).toList();
    return new SigningKeys(keys.getFirst(), keys.stream().skip(1).findFirst());
  }

  private static SigningKey key(String line) {
    int space = line.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException(
          "a line of the file of keys has the id of a key, a space and its secret");
    }
    return SigningKey.of(line.substring(0, space), line.substring(space + 1));
  }

  @Override
  public String toString() {
    return "KeySettings";
  }
}
