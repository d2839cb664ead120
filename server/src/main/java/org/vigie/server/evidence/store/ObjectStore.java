package org.vigie.server.evidence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.custody.CustodyChain;
import org.vigie.server.evidence.seal.WrappedKey;
import org.vigie.server.frame.Columns;

/// Sealed objects, whose rows are never removed.
public final class ObjectStore {
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;

  public ObjectStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Shows until the transaction ends that it may add this object.
  public void lockRecording(EvidenceId id) {
    jdbc.sql("""
            /* evidence.lock_recording */
            select pg_advisory_xact_lock_shared(hashtextextended('evidence ' || :id, 0))::text
            """).param("id", id.value().toString()).query(String.class).single();
  }

  /// Returns whether no transaction is open that may add this object; none can begin to until
  /// the caller's transaction ends.
  public boolean isNoRecordingOpen(EvidenceId id) {
    return jdbc.sql("""
            /* evidence.try_lock_recording */
            select pg_try_advisory_xact_lock(hashtextextended('evidence ' || :id, 0))
            """).param("id", id.value().toString()).query(Boolean.class).single();
  }

  /// Adds an object whose custody chain is still to begin.
  public void add(EvidenceObject object, BlobAddress blob, WrappedKey key) {
    NewEvidence said = object.description();
    jdbc.sql("""
            /* evidence.add_object */
            insert into evidence.object
                (evidence_id, kind, media_type, source, keep_until, length, sha256, blob,
                 sealed_at, wrapped_by, wrapped_key, custody_entries, custody_hash)
            values (:id, :kind, :media_type, :source, :keep_until, :length, :sha256, :blob,
                 :sealed_at, :wrapped_by, :wrapped_key, :custody_entries, :custody_hash)
            """)
        .param("id", object.id().value())
        .param("kind", said.kind().name())
        .param("media_type", said.mediaType())
        .param("source", said.source())
        .param("keep_until", Columns.utc(said.keepUntil()))
        .param("length", object.length())
        .param("sha256", object.sha256())
        .param("blob", blob.sha256())
        .param("sealed_at", Columns.utc(object.sealedAt()))
        .param("wrapped_by", key.by())
        .param("wrapped_key", key.bytes())
        .param("custody_entries", CustodyChain.BEGINNING.entries())
        .param("custody_hash", CustodyChain.BEGINNING.hash())
        .update();
  }

  /// Returns whether anything was ever sealed.
  public boolean isAnythingSealed() {
    return jdbc.sql("""
            /* evidence.is_anything_sealed */ select exists (select from evidence.object)
            """).query(Boolean.class).single();
  }

  public Optional<StoredObject> find(EvidenceId id) {
    return jdbc.sql("""
            /* evidence.find_object */ select * from evidence.object where evidence_id = :id
            """).param("id", id.value()).query((row, _) -> stored(row)).optional();
  }

  /// Finds an object, which does not change until the transaction ends.
  public Optional<StoredObject> lock(EvidenceId id) {
    return jdbc.sql("""
            /* evidence.lock_object */
            select * from evidence.object where evidence_id = :id for update
            """).param("id", id.value()).query((row, _) -> stored(row)).optional();
  }

  /// Returns objects in the order of their identifiers, after one of them.
  public List<StoredObject> after(Optional<EvidenceId> last, int limit) {
    return jdbc.sql("""
            /* evidence.objects_after */
            select * from evidence.object where evidence_id > :last
             order by evidence_id limit :limit
            """)
        .param("last", last.map(EvidenceId::value).orElse(FIRST))
        .param("limit", limit)
        .query((row, _) -> stored(row))
        .list();
  }

  /// Returns objects that are not destroyed and whose data key another key than this wrapped,
  /// in the order of their identifiers, and locks them.
  public List<StoredObject> lockWrappedByOther(
      String newest, Optional<EvidenceId> last, int limit) {
    return jdbc.sql("""
            /* evidence.lock_to_rewrap */
            select * from evidence.object
             where destroyed_at is null and wrapped_by <> :newest and evidence_id > :last
             order by evidence_id limit :limit for update
            """)
        .param("newest", newest)
        .param("last", last.map(EvidenceId::value).orElse(FIRST))
        .param("limit", limit)
        .query((row, _) -> stored(row))
        .list();
  }

  /// Replaces the wrapped data key of an object that was locked.
  public void rewrap(EvidenceId id, WrappedKey key) {
    jdbc.sql("""
            /* evidence.rewrap */
            update evidence.object set wrapped_by = :by, wrapped_key = :key
             where evidence_id = :id and destroyed_at is null
            """)
        .param("id", id.value())
        .param("by", key.by())
        .param("key", key.bytes())
        .update();
  }

  /// Keeps an object longer; false if it is kept as long already.
  public boolean extend(EvidenceId id, Instant until) {
    return jdbc.sql("""
                /* evidence.extend */
                update evidence.object set keep_until = :until
                 where evidence_id = :id and keep_until < :until
                """)
            .param("id", id.value())
            .param("until", Columns.utc(until))
            .update()
        == 1;
  }

  /// Erases the data key of an object that was locked.
  public void destroy(EvidenceId id, Instant at) {
    jdbc.sql("""
            /* evidence.destroy */
            update evidence.object set wrapped_by = null, wrapped_key = null, destroyed_at = :at
             where evidence_id = :id
            """).param("id", id.value()).param("at", Columns.utc(at)).update();
  }

  /// Returns expired objects without a hold, the longest expired first.
  ///
  /// @param resting objects to leave out, as their retry is not due
  public List<EvidenceId> due(Instant now, Set<EvidenceId> resting, int limit) {
    return jdbc.sql("""
            /* evidence.due */
            select evidence_id from evidence.object o
             where destroyed_at is null and keep_until <= :now
               and evidence_id <> all(cast(:resting as uuid[]))
               and not exists (select from evidence.hold h
                                where h.evidence_id = o.evidence_id and released_at is null
                                  and (expires_at is null or expires_at > :now))
             order by keep_until limit :limit
            """)
        .param("now", Columns.utc(now))
        .param("resting", resting.stream().map(id -> id.value().toString()).toArray(String[]::new))
        .param("limit", limit)
        .query((row, _) -> id(row))
        .list();
  }

  /// Returns which of the blobs belong to an object that is not destroyed.
  public Set<BlobAddress> named(Collection<BlobAddress> blobs) {
    return new HashSet<>(jdbc.sql("""
            /* evidence.named_blobs */
            select blob from evidence.object where destroyed_at is null and blob = any(:blobs)
            """)
        .param("blobs", blobs.stream().map(BlobAddress::sha256).toArray(String[]::new))
        .query((row, _) -> new BlobAddress(row.getString("blob")))
        .list());
  }

  /// Returns objects, youngest first.
  public List<EvidenceObject> list(EvidenceFilter filter, Instant now, int limit) {
    return jdbc.sql("""
            /* evidence.list */
            select * from evidence.object o
             where (cast(:kind as text) is null or kind = :kind)
               and (cast(:state as text) is null or (destroyed_at is null) = (:state = 'SEALED'))
               and (cast(:source as text) is null or source = :source)
               and (not :held or exists (select from evidence.hold h
                      where h.evidence_id = o.evidence_id and released_at is null
                        and (expires_at is null or expires_at > :now)))
               and (cast(:before as uuid) is null or evidence_id < :before)
             order by evidence_id desc limit :limit
            """)
        .param("kind", filter.kind().map(Enum::name).orElse(null))
        .param("state", filter.state().map(Enum::name).orElse(null))
        .param("source", filter.source().orElse(null))
        .param("held", filter.held())
        .param("now", Columns.utc(now))
        .param("before", filter.before().map(EvidenceId::value).orElse(null))
        .param("limit", limit)
        .query((row, _) -> object(row))
        .list();
  }

  /// Counts the objects that are not destroyed.
  public EvidenceTally tally(Instant now) {
    return jdbc.sql("""
            /* evidence.tally */
            select count(*) as sealed,
                   (select count(distinct o.evidence_id)
                      from evidence.hold h join evidence.object o using (evidence_id)
                     where o.destroyed_at is null and h.released_at is null
                       and (h.expires_at is null or h.expires_at > :now)) as held
              from evidence.object where destroyed_at is null
            """)
        .param("now", Columns.utc(now))
        .query((row, _) -> new EvidenceTally(row.getLong("sealed"), row.getLong("held")))
        .single();
  }

  private static StoredObject stored(ResultSet row) throws SQLException {
    Optional<String> by = Columns.optionalText(row, "wrapped_by");
    byte[] key = row.getBytes("wrapped_key");
    return new StoredObject(
        object(row),
        new BlobAddress(row.getString("blob")),
        by.map(name -> new WrappedKey(name, key)),
        CustodyStore.end(row));
  }

  private static EvidenceObject object(ResultSet row) throws SQLException {
    return new EvidenceObject(
        id(row),
        new NewEvidence(
            EvidenceKind.valueOf(row.getString("kind")),
            row.getString("media_type"),
            row.getString("source"),
            Columns.instant(row, "keep_until")),
        row.getLong("length"),
        row.getString("sha256"),
        Columns.instant(row, "sealed_at"),
        Columns.optionalInstant(row, "destroyed_at").isPresent()
            ? EvidenceObject.State.DESTROYED
            : EvidenceObject.State.SEALED);
  }

  private static EvidenceId id(ResultSet row) throws SQLException {
    return new EvidenceId(Columns.uuid(row, "evidence_id"));
  }
}
