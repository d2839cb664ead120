package org.vigie.server.evidence.seal;

import java.security.GeneralSecurityException;
import org.vigie.server.evidence.EvidenceId;

/// Wraps data keys by a key that stays where it is: in the key ring, or in a key management
/// service. Threads: any.
public interface KeyWrapping {
  /// Wraps the data key of an object by the newest key.
  WrappedKey wrap(EvidenceId object, DataKey key);

  /// Unwraps the data key of an object.
  ///
  /// @throws GeneralSecurityException if it was not wrapped so, for this object, by a key that
  ///     is there
  DataKey unwrap(EvidenceId object, WrappedKey wrapped) throws GeneralSecurityException;

  /// Makes a key that wraps from now on, and returns its name.
  String renew();
}
