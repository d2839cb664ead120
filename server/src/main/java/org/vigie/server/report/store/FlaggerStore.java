package org.vigie.server.report.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Flagger;

/// Flaggers, their scope and their keys.
public final class FlaggerStore {
  private static final String SELECT = """
      select f.*, array(select c.category from report.flagger_category c
                         where c.organisation_id = f.organisation_id) as categories
        from report.flagger f
      """;

  private final JdbcClient jdbc;

  public FlaggerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Flagger> all() {
    return jdbc.sql("/* report.flaggers */ " + SELECT + " order by f.proposed_at")
        .query((row, _) -> flagger(row))
        .list();
  }

  public Optional<Flagger> find(OrganisationId organisation) {
    return jdbc.sql("/* report.flagger */ " + SELECT + " where f.organisation_id = :organisation")
        .param("organisation", organisation.value())
        .query((row, _) -> flagger(row))
        .optional();
  }

  /// Finds and locks a flagger until the end of the transaction.
  public Optional<Flagger> lock(OrganisationId organisation) {
    boolean exists = jdbc.sql("""
            /* report.lock_flagger */
            select 1 from report.flagger where organisation_id = :organisation for update
            """)
        .param("organisation", organisation.value())
        .query(Integer.class)
        .optional()
        .isPresent();
    return exists ? find(organisation) : Optional.empty(); // read after it is locked
  }

  private static Flagger flagger(ResultSet row) throws SQLException {
    return new Flagger(
        new OrganisationId(Columns.uuid(row, "organisation_id")),
        Flagger.Status.valueOf(row.getString("status")),
        row.getString("awarder"),
        categories(row),
        row.getObject("valid_from", LocalDate.class),
        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
        check(row));
  }

  private static Flagger.Check check(ResultSet row) throws SQLException {
    String proposer = row.getString("proposed_by");
    if (row.getString("ended_by") != null) {
      return new Flagger.Check.Ended(row.getString("ended_by"), Columns.instant(row, "ended_at"));
    }
    return row.getString("verified_by") == null
        ? new Flagger.Check.Proposed(proposer, Columns.instant(row, "proposed_at"))
        : new Flagger.Check.Verified(
            proposer, row.getString("verified_by"), Columns.instant(row, "verified_at"));
  }

  private static Set<CategoryKey> categories(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("categories").getArray())
        .map(CategoryKey::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Writes a proposal, in place of any earlier status.
  public void put(Flagger flagger) {
    if (!(flagger.check() instanceof Flagger.Check.Proposed(String by, Instant at))) {
      throw new IllegalArgumentException("only a proposal is put");
    }
    jdbc.sql("""
            /* report.put_flagger */
            insert into report.flagger (organisation_id, status, awarder, valid_from, valid_until,
                proposed_by, proposed_at)
            values (:organisation, :status, :awarder, :from, :until, :by, :at)
            on conflict (organisation_id) do update
              set status = :status, awarder = :awarder, valid_from = :from, valid_until = :until,
                  proposed_by = :by, proposed_at = :at, verified_by = null, verified_at = null,
                  ended_by = null, ended_at = null
            """)
        .param("organisation", flagger.organisation().value())
        .param("status", flagger.status().name())
        .param("awarder", flagger.awarder())
        .param("from", Date.valueOf(flagger.from()))
        .param("until", flagger.until().map(Date::valueOf).orElse(null))
        .param("by", by)
        .param("at", Columns.utc(at))
        .update();
    putCategories(flagger);
  }

  private void putCategories(Flagger flagger) {
    jdbc.sql("""
            /* report.clear_flagger_categories */
            delete from report.flagger_category where organisation_id = :organisation
            """).param("organisation", flagger.organisation().value()).update();
    for (CategoryKey category : flagger.categories()) {
      jdbc.sql("""
              /* report.add_flagger_category */
              insert into report.flagger_category (organisation_id, category)
              values (:organisation, :category)
              """)
          .param("organisation", flagger.organisation().value())
          .param("category", category.value())
          .update();
    }
  }

  public void verify(OrganisationId organisation, String by, Instant at) {
    jdbc.sql("""
            /* report.verify_flagger */
            update report.flagger set verified_by = :by, verified_at = :at
             where organisation_id = :organisation
            """)
        .param("by", by)
        .param("at", Columns.utc(at))
        .param("organisation", organisation.value())
        .update();
  }

  /// Ends a status; false if there is none, or it is ended.
  public boolean end(OrganisationId organisation, String by, Instant at) {
    return jdbc.sql("""
            /* report.end_flagger */
            update report.flagger set ended_by = :by, ended_at = :at
             where organisation_id = :organisation and ended_by is null
            """)
            .param("by", by)
            .param("at", Columns.utc(at))
            .param("organisation", organisation.value())
            .update()
        == 1;
  }

  /// Binds a key; false if it belongs to an organisation already.
  public boolean bind(KeyId key, OrganisationId organisation) {
    return jdbc.sql("""
            /* report.bind_key */
            insert into report.flagger_key (key_id, organisation_id)
            values (:key, :organisation) on conflict do nothing
            """)
            .param("key", key.value())
            .param("organisation", organisation.value())
            .update()
        == 1;
  }

  public Optional<OrganisationId> organisationOf(KeyId key) {
    return jdbc.sql("""
            /* report.organisation_of_key */
            select organisation_id from report.flagger_key where key_id = :key
            """)
        .param("key", key.value())
        .query((row, _) -> new OrganisationId(Columns.uuid(row, "organisation_id")))
        .optional();
  }

  public List<KeyId> keysOf(OrganisationId organisation) {
    return jdbc.sql("""
            /* report.keys_of_organisation */
            select key_id from report.flagger_key where organisation_id = :organisation
             order by key_id
            """)
        .param("organisation", organisation.value())
        .query((row, _) -> new KeyId(row.getString("key_id")))
        .list();
  }
}
