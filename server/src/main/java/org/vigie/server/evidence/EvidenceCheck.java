package org.vigie.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.platform.KeyRing;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.evidence.custody.CustodyChain;
import org.vigie.server.evidence.seal.Digests;
import org.vigie.server.evidence.seal.KeyWrapping;
import org.vigie.server.evidence.seal.Sealed;
import org.vigie.server.evidence.seal.VerifiedStream;
import org.vigie.server.evidence.seal.WrappedKey;
import org.vigie.server.evidence.store.CustodyStore;
import org.vigie.server.evidence.store.ObjectStore;
import org.vigie.server.evidence.store.StoredObject;

/// Reads the whole vault again and reports every object that differs from its sealed state. Runs
/// while others use the vault.
public final class EvidenceCheck {
  private static final int AT_ONCE = 200;

  private final ObjectStore objects;
  private final CustodyStore custody;
  private final TransactionOperations moment;
  private final BlobStore blobs;
  private final KeyWrapping wrapping;

  private EvidenceCheck(DataSource source, BlobStore blobs, KeyWrapping wrapping) {
    JdbcClient jdbc = JdbcClient.create(source);
    TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(source));
    template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    template.setReadOnly(true);
    this.objects = new ObjectStore(jdbc);
    this.custody = new CustodyStore(jdbc);
    this.moment = template;
    this.blobs = blobs;
    this.wrapping = wrapping;
  }

  /// Returns a check over a database that the server has prepared before.
  ///
  /// @throws HsmUnavailableException if keys are in a hardware security module that cannot
  ///     be used
  public static EvidenceCheck over(DataSource source, KeyRing keys, EvidenceSettings settings)
      throws IOException {
    KeyWrapping wrapping = EvidenceKeys.of(settings, keys, new SecureRandom());
    return new EvidenceCheck(source, EvidenceBlobs.open(settings), wrapping);
  }

  /// The result of a check.
  ///
  /// @param objects that were read completely
  /// @param destroyed objects with only the custody chain left
  /// @param orphans blobs that no object names; from a folder they are swept away when they are
  ///     a day old
  public record Findings(long objects, long destroyed, long defects, long orphans) {}

  /// Checks every object.
  ///
  /// @param defects receives each defect as a line that begins with the object
  public Findings run(Consumer<String> defects) throws IOException {
    Tally tally = new Tally(defects);
    Optional<EvidenceId> last = Optional.empty();
    List<StoredObject> batch;
    do {
      batch = objects.after(last, AT_ONCE);
      for (StoredObject stored : batch) {
        EvidenceId id = stored.object().id();
        tally.add(id, check(id));
        last = Optional.of(id);
      }
    } while (batch.size() == AT_ONCE);
    return new Findings(tally.objects, tally.destroyed, tally.defects, orphans());
  }

  /// The counts so far.
  private static final class Tally {
    private final Consumer<String> lines;
    private long objects;
    private long destroyed;
    private long defects;

    Tally(Consumer<String> lines) {
      this.lines = lines;
    }

    void add(EvidenceId id, Checked checked) {
      objects += checked.destroyed ? 0 : 1;
      destroyed += checked.destroyed ? 1 : 0;
      defects += checked.defects.size();
      checked.defects.forEach(defect -> lines.accept(id.reference() + ": " + defect));
    }
  }

  /// The result for one object.
  private record Checked(boolean destroyed, List<String> defects) {}

  private Checked check(EvidenceId id) throws IOException {
    List<String> defects = new ArrayList<>();
    StoredObject stored = checkRecords(id, defects);
    if (stored.key().isPresent()) {
      Optional<String> defect = contentDefect(stored, stored.key().get());
      if (defect.isPresent() && isStillThere(id)) {
        defects.add(defect.get());
      }
    }
    return new Checked(stored.key().isEmpty(), defects);
  }

  /// An object that is destroyed while it is read is no defect.
  private boolean isStillThere(EvidenceId id) {
    return objects.find(id).flatMap(StoredObject::key).isPresent();
  }

  private StoredObject checkRecords(EvidenceId id, List<String> defects) {
    StoredObject stored = moment.execute(_ -> {
      StoredObject found = objects.find(id).orElseThrow();
      List<CustodyEntry> entries = custody.entries(id);
      OptionalInt broken = CustodyChain.defect(id, entries, found.custody());
      broken.ifPresent(number -> defects.add("its custody chain is broken at entry " + number));
      if (broken.isEmpty() && !isDescribed(found, entries.getFirst())) {
        defects.add("its description is not the one that its custody chain begins with");
      }
      if (broken.isEmpty() && isDestroyed(entries) != found.key().isEmpty()) {
        defects.add("its key and its custody chain do not agree on whether it was destroyed");
      }
      return found;
    });
    if (stored == null) {
      throw new IllegalStateException("a transaction that finds an object returned none");
    }
    return stored;
  }

  private static boolean isDescribed(StoredObject stored, CustodyEntry first) {
    return first.act() == CustodyAct.SEALED
        && first.reason().equals(CustodyChain.description(stored.object(), stored.blob()));
  }

  private static boolean isDestroyed(List<CustodyEntry> entries) {
    return entries.stream().anyMatch(entry -> entry.act() == CustodyAct.DESTROYED);
  }

  private Optional<String> contentDefect(StoredObject stored, WrappedKey key) throws IOException {
    DigestInputStream digested;
    try {
      digested = new DigestInputStream(blobs.open(stored.blob()), Digests.sha256());
    } catch (NoSuchFileException _) {
      return Optional.of("its blob is missing");
    }
    try (digested) {
      Optional<String> defect = sealDefect(stored, key, digested);
      digested.transferTo(OutputStream.nullOutputStream());
      String found = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      return found.equals(stored.blob().sha256())
          ? defect
          : Optional.of("its blob is not what was stored");
    }
  }

  private Optional<String> sealDefect(StoredObject stored, WrappedKey key, InputStream sealed) {
    EvidenceObject object = stored.object();
    try {
      InputStream content = Sealed.reading(object.id(), wrapping.unwrap(object.id(), key), sealed);
      new VerifiedStream(content, object.length(), object.sha256())
          .transferTo(OutputStream.nullOutputStream());
      return Optional.empty();
    } catch (GeneralSecurityException _) {
      return Optional.of("its data key cannot be unwrapped by " + key.by());
    } catch (IOException _) {
      return Optional.of("its content is not what was sealed");
    }
  }

  private long orphans() throws IOException {
    List<BlobAddress> asked = new ArrayList<>();
    long[] orphans = {0};
    blobs.walk(blob -> {
      asked.add(blob.address());
      if (asked.size() == AT_ONCE) {
        orphans[0] += unnamed(asked);
      }
    });
    return orphans[0] + unnamed(asked);
  }

  private long unnamed(List<BlobAddress> asked) {
    Set<BlobAddress> named = objects.named(asked);
    long unnamed = asked.stream().filter(address -> !named.contains(address)).count();
    asked.clear();
    return unnamed;
  }
}
