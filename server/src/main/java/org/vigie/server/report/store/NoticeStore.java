package org.vigie.server.report.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.IdempotencyKey;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.frame.Columns;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Circumstances;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.answering.ReceiptCode;
import org.vigie.server.report.answering.ReceivedFile;
import org.vigie.server.report.attachments.SealedAttachment;
import org.vigie.server.report.intake.StoredNotice;
import org.vigie.server.scan.ScanId;

/// Notices, their places and their files.
public final class NoticeStore {
  private static final String SELECT = """
      select n.*, c.name as contact_name, c.email as contact_email,
             (select array_agg(array[p.account, p.room, p.message, p.address] order by p.number)
                from report.place p where p.notice_id = n.notice_id) as places,
             (select array_agg(array[d.name, d.text])
                from report.detail d where d.notice_id = n.notice_id) as details,
             array(select a.evidence_id from report.attachment a
                    where a.notice_id = n.notice_id order by a.number) as evidence
        from report.notice n left join report.contact c using (notice_id)
      """;

  private final JdbcClient jdbc;

  public NoticeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A notice that was sent under an idempotency key.
  ///
  /// @param request digest of all that was sent
  public record Keyed(
      Digest request, NoticeId notice, Instant at, Optional<NoticeId> duplicateOf) {}

  /// Stores a notice.
  ///
  /// @return whether it was stored; it is not if the caller has one under this key already
  public boolean insert(StoredNotice stored, Optional<ReporterMark> mark) {
    int rows = jdbc.sql("""
            /* report.insert_notice */
            insert into report.notice (notice_id, received_at, caller, idempotency_key,
                request_digest, code_digest, origin, key_id, reporter, organisation_id,
                within_scope, reference, reporter_mark, ground, category, explanation, messenger,
                surface, good_faith, language, duplicate_of)
            values (:notice_id, :received_at, :caller, :idempotency_key,
                :request_digest, :code_digest, :origin, :key_id, :reporter, :organisation_id,
                :within_scope, :reference, :reporter_mark, :ground, :category, :explanation,
                :messenger, :surface, :good_faith, :language, :duplicate_of)
            on conflict (caller, idempotency_key) where idempotency_key is not null do nothing
            """).params(NoticeRows.parameters(stored, mark)).update();
    if (rows == 1) {
      insertContact(stored.notice());
      insertPlaces(stored.notice());
      insertDetails(stored.notice());
      insertAttachments(stored);
    }
    return rows == 1;
  }

  private void insertContact(Notice notice) {
    if (notice.origin() instanceof Origin.Form form) {
      form.contact()
          .ifPresent(contact -> jdbc.sql("""
                  /* report.insert_contact */
                  insert into report.contact (notice_id, name, email)
                  values (:notice, :name, :email)
                  """)
              .param("notice", notice.id().value())
              .param("name", contact.name())
              .param("email", contact.email())
              .update());
    }
  }

  private void insertPlaces(Notice notice) {
    List<ReportedContent> places = notice.claim().reported();
    for (int number = 0; number < places.size(); number++) {
      ReportedContent place = places.get(number);
      jdbc.sql("""
              /* report.insert_place */
              insert into report.place (notice_id, number, account, room, message, address, digest)
              values (:notice, :number, :account, :room, :message, :address, :digest)
              """)
          .param("notice", notice.id().value())
          .param("number", number)
          .param("account", NoticeRows.text(place.subject().account()))
          .param("room", NoticeRows.text(place.subject().room()))
          .param("message", NoticeRows.text(place.subject().message()))
          .param("address", place.address().orElse(null))
          .param("digest", NoticeRows.digest(place))
          .update();
    }
  }

  private void insertDetails(Notice notice) {
    notice
        .claim()
        .details()
        .forEach((detail, text) -> jdbc.sql("""
            /* report.insert_detail */
            insert into report.detail (notice_id, name, text) values (:notice, :name, :text)
            """)
            .param("notice", notice.id().value())
            .param("name", detail.word())
            .param("text", text)
            .update());
  }

  private void insertAttachments(StoredNotice stored) {
    for (int number = 0; number < stored.attachments().size(); number++) {
      SealedAttachment attachment = stored.attachments().get(number);
      jdbc.sql("""
              /* report.insert_attachment */
              insert into report.attachment (notice_id, number, evidence_id, kind, scan_id,
                  verified, staff, members, account_language, name, size)
              values (:notice, :number, :evidence, :kind, :scan, :verified, :staff, :members,
                  :language, :name, :size)
              """)
          .param("notice", stored.notice().id().value())
          .param("number", number)
          .param("evidence", attachment.evidence().value())
          .param("kind", attachment.kind().name())
          .param("scan", attachment.scan().map(scan -> scan.value()).orElse(null))
          .params(NoticeRows.circumstances(attachment))
          .params(NoticeRows.file(attachment.file()))
          .update();
    }
  }

  /// Returns the files that came with a notice, in the order in which they were sent.
  public List<ReceivedFile> files(NoticeId notice) {
    return jdbc.sql("""
            /* report.files_of_notice */
            select name, size from report.attachment
             where notice_id = :notice and kind = 'ATTACHMENT' order by number
            """)
        .param("notice", notice.value())
        .query((row, _) -> NoticeRows.file(row))
        .list();
  }

  /// Finds a file of a notice that was compared by a scan.
  public Optional<EvidenceId> attachment(ScanId scan) {
    return jdbc.sql("""
            /* report.find_attachment */
            select evidence_id from report.attachment where scan_id = :scan limit 1
            """)
        .param("scan", scan.value())
        .query((row, _) -> new EvidenceId(Columns.uuid(row, "evidence_id")))
        .optional();
  }

  /// Returns the circumstances of notices, oldest notice first.
  public List<Circumstances> circumstances(List<NoticeId> notices) {
    return jdbc.sql("""
            /* report.circumstances */
            select a.* from report.attachment a join report.notice n using (notice_id)
             where notice_id in (:notices) and a.kind = 'SNAPSHOT'
             order by n.received_at, notice_id, a.number
            """)
        .param("notices", notices.stream().map(NoticeId::value).toList())
        .query((row, _) -> NoticeRows.circumstances(row))
        .list();
  }

  /// Serialises the search for duplicates in a category until this transaction ends, and returns
  /// the first open notice of it that names all these places in the same messenger.
  public Optional<NoticeId> lockAndFindOpen(Claim claim) {
    jdbc.sql("""
            /* report.lock_category */
            select pg_advisory_xact_lock(hashtextextended('report ' || :category, 0))
            """)
        .param("category", claim.category().value())
        .query((_, _) -> true)
        .single();
    List<byte[]> digests = claim.reported().stream().map(NoticeRows::digest).toList();
    return jdbc.sql("""
            /* report.find_open_same */
            select n.notice_id from report.notice n
             where n.decided_at is null and n.duplicate_of is null and n.category = :category
               and n.messenger = :messenger
               and (select count(distinct p.digest) from report.place p
                     where p.notice_id = n.notice_id and p.digest in (:digests)) = :places
             order by n.received_at, n.notice_id limit 1
            """)
        .param("category", claim.category().value())
        .param("messenger", claim.messenger().value())
        .param("digests", digests)
        .param("places", distinct(digests))
        .query((row, _) -> id(row, "notice_id"))
        .optional();
  }

  private static long distinct(List<byte[]> digests) {
    return digests.stream().map(DigestType.SHA256::ofBytes).distinct().count();
  }

  /// Finds the notice that a caller sent under a key.
  public Optional<Keyed> findByKey(Caller caller, IdempotencyKey key) {
    return jdbc.sql("""
            /* report.find_by_key */
            select * from report.notice where caller = :caller and idempotency_key = :key
            """)
        .param("caller", caller.reference())
        .param("key", key.value())
        .query((row, _) -> new Keyed(
            DigestType.SHA256.ofBytes(row.getBytes("request_digest")),
            id(row, "notice_id"),
            Columns.instant(row, "received_at"),
            duplicateOf(row)))
        .optional();
  }

  /// Finds a notice.
  public Optional<Notice> find(NoticeId id) {
    return jdbc.sql("/* report.find_notice */ " + SELECT + " where n.notice_id = :notice")
        .param("notice", id.value())
        .query((row, _) -> notice(row))
        .optional();
  }

  /// Returns whether the reporter of a notice gave an address that is not deleted.
  public boolean hasContact(NoticeId id) {
    return jdbc.sql("""
            /* report.has_contact */
            select exists (select from report.contact where notice_id = :notice)
            """).param("notice", id.value()).query(Boolean.class).single();
  }

  /// Finds the notice of a receipt.
  public Optional<Notice> find(ReceiptCode code) {
    return jdbc.sql("/* report.find_by_code */ " + SELECT + " where n.code_digest = :digest")
        .param("digest", NoticeRows.digest(code))
        .query((row, _) -> notice(row))
        .optional();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    Claim claim = NoticeRows.claim(row);
    return new Notice(
        id(row, "notice_id"),
        Columns.instant(row, "received_at"),
        NoticeRows.origin(row),
        claim,
        NoticeRows.evidence(row),
        duplicateOf(row),
        NoticeRows.progress(row),
        NoticeRows.forgotten(row));
  }

  private static NoticeId id(ResultSet row, String column) throws SQLException {
    return new NoticeId(Columns.uuid(row, column));
  }

  private static Optional<NoticeId> duplicateOf(ResultSet row) throws SQLException {
    return Columns.optionalUuid(row, "duplicate_of").map(NoticeId::new);
  }

  /// Writes the outcome of a notice, unless it is there already.
  ///
  /// @return whether something changed
  public boolean decide(NoticeId id, Notice.Outcome outcome, Instant at) {
    return jdbc.sql("""
            /* report.decide */
            update report.notice
               set decided_at = :at, founded = :founded, automated = :automated,
                   sentence = :sentence, finding = :finding,
                   manifestly_unfounded = :unfounded
             where notice_id = :notice
               and (decided_at is null
                 or (founded, automated, sentence, manifestly_unfounded)
                    is distinct from
                    (cast(:founded as boolean), cast(:automated as boolean),
                     cast(:sentence as text), cast(:unfounded as boolean)))
            """)
            .param("at", Columns.utc(at))
            .param("founded", outcome.founded())
            .param("automated", outcome.automated())
            .param("sentence", outcome.sentence())
            .param("finding", outcome.finding().map(EnumWords::of).orElse(null))
            .param("unfounded", outcome.manifestlyUnfounded())
            .param("notice", id.value())
            .update()
        == 1;
  }

  /// The numbers of notices received since a moment, and of undecided ones.
  public record Count(long received, long open) {}

  public Count count(Instant since) {
    return jdbc.sql("""
            /* report.count */
            select (select count(*) from report.notice where received_at >= :since) as received,
                   (select count(*) from report.notice where decided_at is null) as open
            """)
        .param("since", Columns.utc(since))
        .query((row, _) -> new Count(row.getLong("received"), row.getLong("open")))
        .single();
  }

  /// Returns the categories of open notices.
  public Set<CategoryKey> categoriesOfOpen() {
    return jdbc
        .sql("""
            /* report.categories_of_open */
            select distinct category from report.notice where decided_at is null
            """)
        .query((row, _) -> new CategoryKey(row.getString("category")))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
