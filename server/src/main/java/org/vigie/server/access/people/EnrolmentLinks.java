package org.vigie.server.access.people;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.vigie.server.access.Base32;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Sha256;
import org.vigie.server.access.store.EnrolmentStore;

/// The one-time links by which people enrol. The path of a link holds its secret; only the secret's
/// digest is stored. Threads: any.
public final class EnrolmentLinks {
  private static final int SECRET_BYTES = 32;
  private static final String PATH = "/enrol/";

  private final EnrolmentStore store;
  private final InstantSource clock;
  private final Duration validity;
  private final SecureRandom random;

  /// @param validity how long a link counts
  public EnrolmentLinks(
      EnrolmentStore store, InstantSource clock, Duration validity, SecureRandom random) {
    this.store = store;
    this.clock = clock;
    this.validity = validity;
    this.random = random;
  }

  /// Makes a link, which replaces earlier ones of the same person. Returns its path.
  String make(EnrolmentStore.NewLink link) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String token = Base32.encode(secret);
    Instant now = clock.instant();
    store.replace(Sha256.of(token), link, now, now.plus(validity));
    return PATH + token;
  }

  /// Finds a link that is neither used nor expired.
  ///
  /// @param token the last part of its path
  Optional<EnrolmentStore.OpenLink> find(String token) {
    return store.find(Sha256.of(token), clock.instant());
  }

  /// Gives the link of the first administrator to a person. Returns false if it no longer counts.
  boolean bind(String token, PersonId person) {
    return store.bind(Sha256.of(token), person, clock.instant());
  }

  /// Uses the link of a person up. Returns false if it no longer counts.
  boolean use(String token, PersonId person) {
    return store.use(Sha256.of(token), person, clock.instant());
  }

  /// Uses up, without its secret, a link of a person that counts.
  Optional<EnrolmentStore.OpenLink> useCleared(PersonId person) {
    return store.useCleared(person, clock.instant());
  }
}
