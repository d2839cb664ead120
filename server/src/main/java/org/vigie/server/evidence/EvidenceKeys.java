package org.vigie.server.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import org.vigie.platform.KeyRing;
import org.vigie.server.evidence.seal.EitherKeys;
import org.vigie.server.evidence.seal.HsmKeys;
import org.vigie.server.evidence.seal.HsmSettings;
import org.vigie.server.evidence.seal.KeyWrapping;
import org.vigie.server.evidence.seal.RingKeys;

/// Chooses the wrapping of data keys that the settings name.
public final class EvidenceKeys {
  private EvidenceKeys() {}

  public static KeyWrapping of(EvidenceSettings settings, KeyRing ring, SecureRandom random) {
    RingKeys ringKeys = new RingKeys(ring, random);
    return settings.hsm().isOn() ? new EitherKeys(hsm(settings.hsm(), random), ringKeys) : ringKeys;
  }

  private static HsmKeys hsm(HsmSettings settings, SecureRandom random) {
    try {
      return HsmKeys.open(settings.library(), settings.slot(), settings.readPin(), random);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Checks the token of the hardware security module, if one is configured; returns whether one
  /// is.
  ///
  /// @throws HsmUnavailableException if it cannot be used
  public static boolean checked(EvidenceSettings settings) {
    boolean on = settings.hsm().isOn();
    if (on) {
      hsm(settings.hsm(), new SecureRandom()).check();
    }
    return on;
  }
}
