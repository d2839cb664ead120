package org.vigie.server.evidence.seal;

import java.security.GeneralSecurityException;
import org.vigie.server.evidence.EvidenceId;

/// Wraps by a hardware security module, and unwraps what either that or the key ring has
/// wrapped: so an installation goes over from the ring by a rotation.
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
