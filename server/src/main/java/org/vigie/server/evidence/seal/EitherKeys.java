package org.vigie.server.evidence.seal;

import java.security.GeneralSecurityException;
import org.vigie.server.evidence.EvidenceId;

/// Wraps by a hardware security module, and unwraps keys that either the module or the key ring
/// wrapped, so that a rotation moves an installation from the ring to the module.
public record EitherKeys(HsmKeys hsm, RingKeys ring) implements KeyWrapping {
  @Override
  public WrappedKey wrap(EvidenceId object, DataKey key) {
    return hsm.wrap(object, key);
  }

  @Override
  public DataKey unwrap(EvidenceId object, WrappedKey wrapped) throws GeneralSecurityException {
    return wrapped.by().startsWith(HsmKeys.BEGINNING)
        ? hsm.unwrap(object, wrapped)
        : ring.unwrap(object, wrapped);
  }

  @Override
  public String renew() {
    return hsm.renew();
  }
}
