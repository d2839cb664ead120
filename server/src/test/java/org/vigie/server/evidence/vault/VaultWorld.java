package org.vigie.server.evidence.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.platform.KeyRing;
import org.vigie.platform.blob.FolderBlobs;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Role;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.keeping.KeepingWorld;
import org.vigie.server.evidence.seal.RingKeys;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.CustodyStore;
import org.vigie.server.evidence.store.HoldStore;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.frame.ApartTransactions;
import org.vigie.server.frame.TimeOrderedIds;

/// A vault of a test's own, over the tables of a server and a folder, with a clock that it
/// moves.
public final class VaultWorld implements InstantSource {
  static final Caller.Key GATEWAY = new Caller.Key(new KeyId("testtesttest"));

  public final FolderBlobs blobs;
  public final ObjectStore objects;
  public final KeepingWorld keeping;
  final Vault vault;
  private final Grants grants;
  private final People people;
  private Instant now = Instant.parse("2026-11-22T10:00:00.123456Z");

  /// The parts of a server that a vault needs.
  record Server(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      AccessLedger ledger,
      Access access,
      KeyRing keys) {}

  /// Grants and people.
  record Access(Grants grants, People people) {}

  VaultWorld(Server server, Path folder) throws IOException {
    SecureRandom random = new SecureRandom();
    this.blobs = FolderBlobs.in(folder);
    this.objects = new ObjectStore(server.jdbc);
    this.grants = server.access.grants;
    this.people = server.access.people;
    HoldStore holds = new HoldStore(server.jdbc);
    CustodyLog custody = new CustodyLog(new CustodyStore(server.jdbc), this);
    TransactionTemplate together = new TransactionTemplate(server.transactions);
    ApartTransactions apart = new ApartTransactions(server.transactions);
    RingKeys wrapping = new RingKeys(server.keys, random);
    TimeOrderedIds ids = new TimeOrderedIds(this, random);
    this.keeping = new KeepingWorld(objects, holds, custody, server.ledger, together, blobs, this);
    this.vault = new SealedVault(
        new Sealer(blobs, wrapping, ids, random, this),
        new Recorder(objects, custody, server.ledger, together, server.events, this),
        new Discarding(objects, blobs, together),
        new Opener(blobs, wrapping, objects, custody, grants, server.ledger, apart),
        keeping.retention,
        objects,
        custody);
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public NewEvidence picture() {
    return new NewEvidence(
        EvidenceKind.MEDIA, "image/jpeg", "scan:1", now.plus(Duration.ofDays(3650)));
  }

  public EvidenceId seal(byte[] content) throws IOException {
    return vault.seal(GATEWAY, picture(), new ByteArrayInputStream(content));
  }

  PersonId reviewer() {
    return people
        .invite(
            new Caller.Vigie(),
            new PersonName("Test Person"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(Role.REVIEWER))
        .orElseThrow();
  }

  /// Gives a grant, which is in force by the machine's clock.
  Grant grant(PersonId holder, EvidenceId... evidence) {
    Set<String> references =
        Set.of(Arrays.stream(evidence).map(EvidenceId::reference).toArray(String[]::new));
    return grants.give(
        new Caller.Person(holder),
        new GrantRequest(holder, Purpose.REVIEW, "case:1", references, Duration.ofMinutes(5)));
  }
}
