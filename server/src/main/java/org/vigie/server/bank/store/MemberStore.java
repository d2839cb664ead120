package org.vigie.server.bank.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.frame.Columns;

/// The tables of members, their signals and their history.
public final class MemberStore {
  private static final String SIGNALS = """
      (select array_agg(array[s.signal_type, encode(s.value, 'hex'), s.quality::text]
                        order by s.slot)
         from bank.signal s where s.member_id = m.member_id) as signals""";

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final SignalValues values;

  public MemberStore(JdbcTemplate jdbc, SignalValues values) {
    this.jdbc = JdbcClient.create(jdbc);
    this.batches = jdbc;
    this.values = values;
  }

  /// Adds an active member; without a reference in its description, it gets `vigie-` and its
  /// number.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException if the bank has the reference already
  public MemberId insert(BankId bank, MemberDescription description, Instant now, String caller) {
    return new MemberId(jdbc.sql("""
            /* bank.insert_member */
            with numbered as (
              select nextval(pg_get_serial_sequence('bank.member', 'member_id')) as id)
            insert into bank.member (member_id, bank_id, reference, source, category, note,
              metadata, status, added_at, added_by)
            overriding system value
            select id, :bank, coalesce(nullif(:reference, ''), 'vigie-' || id), :source, :category,
                   :note, :metadata::jsonb, 'ACTIVE', :now, :caller
              from numbered
            returning member_id""")
        .param("bank", bank.value())
        .param("reference", description.reference())
        .param("source", description.source())
        .param("category", description.category())
        .param("note", description.note())
        .param("metadata", description.metadata().orElse(null))
        .param("now", Columns.utc(now))
        .param("caller", caller)
        .query(Long.class)
        .single());
  }

  /// Adds the signals of a member that has none yet.
  public void insertSignals(MemberId member, List<MemberSignal> signals) {
    List<Object[]> rows = new ArrayList<>();
    for (int slot = 0; slot < signals.size(); slot++) {
      MemberSignal signal = signals.get(slot);
      rows.add(new Object[] {
        member.value(),
        slot,
        signal.signal().type().id(),
        signal.signal().bytes(),
        Columns.nullable(signal.quality())
      });
    }
    batches.batchUpdate("""
        /* bank.insert_signal */
        insert into bank.signal (member_id, slot, signal_type, value, quality)
        values (?, ?, ?, ?, ?)""", rows);
  }

  /// Returns a member with its signals.
  public Optional<Member> find(MemberId id) {
    return jdbc.sql("""
            /* bank.find_member */
            select m.*, %s from bank.member m where m.member_id = :id""".formatted(SIGNALS))
        .param("id", id.value())
        .query((row, _) -> member(row, signals(row)))
        .optional();
  }

  /// Reads the signals of a member, an array of arrays of type, value and quality.
  private List<MemberSignal> signals(ResultSet row) throws SQLException {
    Array signals = row.getArray("signals");
    return signals == null
        ? List.of()
        : Arrays.stream((String[][]) signals.getArray()).map(this::signal).toList();
  }

  private MemberSignal signal(@Nullable String[] parts) {
    byte[] value = HexFormat.of().parseHex(Objects.requireNonNull(parts[1]));
    return new MemberSignal(
        values.signal(Objects.requireNonNull(parts[0]), value),
        parts[2] == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[2])));
  }

  /// Locks a member until the transaction ends; returns whether there is one.
  public boolean lock(MemberId id) {
    return jdbc.sql("""
            /* bank.lock_member */
            select member_id from bank.member where member_id = :id for no key update""").param("id", id.value()).query(Long.class).optional().isPresent();
  }

  /// Changes the status of a member that the caller has locked.
  public void update(MemberId id, MemberStatus status, Optional<Instant> disabledUntil) {
    jdbc.sql("""
            /* bank.update_member */
            update bank.member
               set status = :status, disabled_until = :until, version = version + 1
             where member_id = :id""")
        .param("id", id.value())
        .param("status", status.name())
        .param("until", Columns.utc(disabledUntil))
        .update();
  }

  /// Returns those of some members that are withdrawn, or of a bank that no longer matches or
  /// holds known false positives.
  public Set<MemberId> ended(List<MemberId> some) {
    return some.isEmpty()
        ? Set.of()
        : Set.copyOf(jdbc.sql("""
                /* bank.ended_members */
                select m.member_id from bank.member m join bank.bank b using (bank_id)
                 where m.member_id in (:some)
                   and (m.status = 'WITHDRAWN' or b.closed_at is not null or b.enabled_share = 0
                        or b.kind = 'NEGATIVE')
                """)
            .param("some", some.stream().map(MemberId::value).toList())
            .query((row, _) -> new MemberId(row.getLong("member_id")))
            .list());
  }

  /// Returns members that were disabled until a moment in the past, the earliest first.
  public List<MemberId> disabledBefore(Instant now, int limit) {
    return jdbc.sql("""
            /* bank.members_disabled_before */
            select member_id from bank.member where disabled_until <= :now
             order by disabled_until limit :limit""")
        .param("now", Columns.utc(now))
        .param("limit", limit)
        .query((row, _) -> new MemberId(row.getLong("member_id")))
        .list();
  }

  /// Changes the description of a member that the caller has locked.
  public void describe(MemberId id, MemberDescription description) {
    jdbc.sql("""
            /* bank.describe_member */
            update bank.member set source = :source, category = :category, note = :note,
              metadata = :metadata::jsonb, version = version + 1
             where member_id = :id""")
        .param("id", id.value())
        .param("source", description.source())
        .param("category", description.category())
        .param("note", description.note())
        .param("metadata", description.metadata().orElse(null))
        .update();
  }

  /// Adds to the history of a member.
  public void record(MemberId id, MemberEvent event) {
    jdbc.sql("""
            /* bank.insert_member_event */
            insert into bank.member_event
              (member_id, revision, act, reason, disabled_until, happened_at, caller)
            values (:id, :revision, :act, :reason, :until, :at, :by)""")
        .param("id", id.value())
        .param("revision", event.revision())
        .param("act", event.act().name())
        .param("reason", event.reason())
        .param("until", Columns.utc(event.disabledUntil()))
        .param("at", Columns.utc(event.at()))
        .param("by", event.by())
        .update();
  }

  /// Returns the history of a member, oldest first. The addition is part of the member's row, and
  /// changes by an import are found by the import.
  public List<MemberEvent> history(MemberId id) {
    return jdbc.sql("""
            /* bank.history_of_member */
            select 0 as revision, 'ADDED' as act, '' as reason,
                   null::timestamptz as disabled_until, added_at as happened_at, added_by as caller
              from bank.member where member_id = :id
            union all
            select revision, act, reason, disabled_until, happened_at, caller
              from bank.member_event where member_id = :id
            union all
            select l.revision, 'CHANGED_BY_IMPORT', 'import:' || c.import_id, null, l.happened_at,
                   l.caller
              from bank.import_change c join bank.change l using (import_id)
             where c.member_id = :id
            order by revision""").param("id", id.value()).query((row, _) -> event(row)).list();
  }

  /// Returns some members of a bank after one, in the order of their numbers.
  public List<Member> list(BankId bank, MemberQuery query, long after, int limit) {
    return jdbc.sql("""
            /* bank.list_members */
            select m.*, %s from bank.member m
             where m.bank_id = :bank and m.member_id > :after
               and (:status::text is null or m.status = :status)
               and (:source::text is null or m.source = :source)
               and (:reference::text is null or m.reference = :reference)
               and (:value::bytea is null or m.member_id in (
                     select s.member_id from bank.signal s
                      where s.value = :value and s.signal_type = :type))
             order by m.member_id limit :limit""".formatted(SIGNALS))
        .param("bank", bank.value())
        .param("after", after)
        .param("limit", limit)
        .param("status", query.status().map(Enum::name).orElse(null))
        .param("source", query.source().orElse(null))
        .param("reference", query.reference().orElse(null))
        .param("value", query.signal().map(Signal::bytes).orElse(null))
        .param("type", query.signal().map(signal -> signal.type().id()).orElse(null))
        .query((row, _) -> member(row, signals(row)))
        .list();
  }

  /// Returns the first members of open banks that are set aside.
  public List<Member> setAside(int limit) {
    return jdbc.sql("""
            /* bank.list_set_aside */
            select m.*, %s from bank.member m join bank.bank b using (bank_id)
             where m.status = 'SET_ASIDE' and b.closed_at is null
             order by m.member_id limit :limit""".formatted(SIGNALS))
        .param("limit", limit)
        .query((row, _) -> member(row, signals(row)))
        .list();
  }

  /// Counts the members of open banks that are set aside or disputed.
  public MemberDoubts doubts() {
    return jdbc.sql("""
            /* bank.count_doubts */
            select count(*) filter (where m.status = 'SET_ASIDE') as set_aside,
                   count(*) filter (where m.status = 'DISPUTED') as disputed
              from bank.member m join bank.bank b using (bank_id)
             where m.status in ('SET_ASIDE', 'DISPUTED') and b.closed_at is null""")
        .query((row, _) -> new MemberDoubts(row.getLong("set_aside"), row.getLong("disputed")))
        .single();
  }

  private static MemberEvent event(ResultSet row) throws SQLException {
    return new MemberEvent(
        row.getLong("revision"),
        MemberEvent.Act.valueOf(row.getString("act")),
        row.getString("reason"),
        Columns.optionalInstant(row, "disabled_until"),
        Columns.instant(row, "happened_at"),
        row.getString("caller"));
  }

  static Member member(ResultSet row, List<MemberSignal> signals) throws SQLException {
    return new Member(
        new MemberId(row.getLong("member_id")),
        new BankId(row.getInt("bank_id")),
        new MemberDescription(
            row.getString("reference"),
            row.getString("source"),
            row.getString("category"),
            row.getString("note"),
            Columns.optionalText(row, "metadata")),
        signals,
        MemberStatus.valueOf(row.getString("status")),
        Columns.optionalInstant(row, "disabled_until"),
        row.getInt("version"),
        Columns.instant(row, "added_at"),
        row.getString("added_by"));
  }
}
