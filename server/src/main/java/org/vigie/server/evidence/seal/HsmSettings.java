package org.vigie.server.evidence.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.evidence.hsm`: the hardware security module whose keys wrap those of
/// sealed objects, if not the key ring's do.
///
/// @param library its PKCS #11 library; empty for the key ring
/// @param slot which of the slots that have a token, counted from 0
/// @param pin of the user of the token, best set in the environment
/// @param pinFile a file whose first line is the PIN, in place of it
public record HsmSettings(
    @DefaultValue("") String library,
    @DefaultValue("0") int slot,
    @DefaultValue("") String pin,
    @DefaultValue("") String pinFile) {
  private static final String PREFIX = "vigie.evidence.hsm.";

  public HsmSettings {
    if (slot < 0) {
      throw new IllegalArgumentException(PREFIX + "slot is 0 or more");
    }
    if (!library.isEmpty() && pin.isEmpty() == pinFile.isEmpty()) {
      throw new IllegalArgumentException(PREFIX + "library is set, so either " + PREFIX + "pin or "
          + PREFIX + "pin-file has to be");
    }
    if (library.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(PREFIX + "library is the path of a file");
    }
  }

  public boolean isOn() {
    return !library.isEmpty();
  }

  /// Reads the PIN.
  public String readPin() throws IOException {
    return pinFile.isEmpty()
        ? pin
        : Files.readString(Path.of(pinFile)).lines().findFirst().orElse("");
  }

  /// Says nothing of the PIN, as this may end up in a log.
  @Override
  public String toString() {
    return "HsmSettings[" + library + ", slot " + slot + "]";
  }
}
