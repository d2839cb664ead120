package org.vigie.server.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.vigie.platform.KeyRing;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.Grants;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.CustodyEntry;
import org.vigie.server.evidence.EvidenceCheck;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceSettings;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.seal.HsmSettings;

/// The shared parts of tests of a vault: it is empty before each test, and can be inspected.
@ServerTest
public abstract class EmptyVault {
  @TempDir
  Path folder;

  final JdbcClient jdbc;
  final DataSource source;
  protected final PlatformTransactionManager transactions;
  final VaultWorld.Server server;

  @SuppressWarnings("NullAway.Init") // made before each test
  protected VaultWorld world;

  @SuppressWarnings("NullAway.Init") // likewise
  protected Vault vault;

  protected EmptyVault(ApplicationContext context) {
    this.jdbc = context.getBean(JdbcClient.class);
    this.source = context.getBean(DataSource.class);
    this.transactions = context.getBean(PlatformTransactionManager.class);
    this.server = new VaultWorld.Server(
        jdbc,
        transactions,
        context,
        context.getBean(AccessLedger.class),
        new VaultWorld.Access(context.getBean(Grants.class), context.getBean(People.class)),
        context.getBean(KeyRing.class));
  }

  @BeforeEach
  protected void emptyVault() throws IOException {
    world = new VaultWorld(server, folder.resolve("blobs"));
    vault = world.vault;
    tampering(
        "delete from evidence.custody_entry",
        "delete from evidence.hold",
        "delete from evidence.object");
  }

  /// Changes the database as its owner could.
  void tampering(String... statements) {
    triggers("disable");
    for (String statement : statements) {
      jdbc.sql(statement).update();
    }
    triggers("enable");
  }

  private void triggers(String change) {
    for (String table : List.of("object", "custody_entry", "hold")) {
      jdbc.sql("alter table evidence." + table + " " + change + " trigger user").update();
    }
  }

  protected List<CustodyAct> acts(EvidenceId id) {
    return vault.custody(id).stream().map(CustodyEntry::act).toList();
  }

  List<String> ledger(EvidenceId id) {
    return jdbc.sql("select act from access.ledger where subject = :subject order by entry_id")
        .param("subject", id.reference())
        .query(String.class)
        .list();
  }

  byte[] opened(PersonId person, EvidenceId id, Grant grant) throws IOException {
    try (OpenedEvidence opened = vault.open(new Caller.Person(person), id, grant)) {
      return opened.content().readAllBytes();
    }
  }

  EvidenceCheck.Findings check(List<String> defects) throws IOException {
    return EvidenceCheck.over(source, server.keys(), settings()).run(defects::add);
  }

  EvidenceSettings settings() {
    return new EvidenceSettings(
        folder.resolve("blobs"),
        new BlobSettings("", "", "us-east-1", "", false, "", "", ""),
        new HsmSettings("", 0, "", ""));
  }

  void assertSound() throws IOException {
    List<String> defects = new ArrayList<>();
    check(defects);
    assertThat(defects).isEmpty();
  }

  Path blobOf(EvidenceId id) {
    String name = world.objects.find(id).orElseThrow().blob().sha256();
    return folder
        .resolve("blobs")
        .resolve(name.substring(0, 2))
        .resolve(name.substring(2, 4))
        .resolve(name);
  }

  /// Makes all blobs as old as that.
  protected void age(Duration time) throws IOException {
    FileTime at = FileTime.from(world.instant().minus(time));
    List<BlobAddress> addresses = new ArrayList<>();
    world.blobs.walk(blob -> addresses.add(blob.address()));
    for (BlobAddress address : addresses) {
      String name = address.sha256();
      Files.setLastModifiedTime(
          folder
              .resolve("blobs")
              .resolve(name.substring(0, 2))
              .resolve(name.substring(2, 4))
              .resolve(name),
          at);
    }
  }

  String wrappedBy(EvidenceId id) {
    return jdbc.sql("select wrapped_by from evidence.object where evidence_id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  static int number(String key) {
    return Integer.parseInt(key.substring("evidence-".length()));
  }

  void assertDefect(EvidenceId id, String defect) throws IOException {
    List<String> defects = new ArrayList<>();
    EvidenceCheck.Findings findings = check(defects);
    assertThat(defects).containsExactly(id.reference() + ": " + defect);
    assertThat(findings.defects()).isOne();
  }
}
