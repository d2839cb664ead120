package org.vigie.server.access.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;

/// The record of given access, with giver and receiver. Rows are only added.
public final class IssueStore {
  private final JdbcClient jdbc;

  public IssueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One act of giving access.
  ///
  /// @param agreedBy the second administrator, if one agreed
  /// @param settledAt when it has been visible for a day
  /// @param inSight whether the people who could stop it were notified
  public record Issue(
      String issuedBy, Optional<String> agreedBy, Instant at, Instant settledAt, boolean inSight) {}

  public void add(PersonId person, AccessRequest.Kind kind, Issue issue) {
    jdbc.sql("""
            /* access.add_issue */
            insert into access.access_issue
                (holder, kind, issued_by, agreed_by, at, settled_at, in_sight)
            values (:holder, :kind, :issuedBy, :agreedBy, :at, :settledAt, :inSight)
            """)
        .param("holder", "person:" + person.value())
        .param("kind", kind.name())
        .param("issuedBy", issue.issuedBy())
        .param("agreedBy", issue.agreedBy().orElse(null))
        .param("at", Columns.utc(issue.at()))
        .param("settledAt", Columns.utc(issue.settledAt()))
        .param("inSight", issue.inSight())
        .update();
  }

  /// Returns the giver of a holder's newest access within a time before a moment.
  ///
  /// @param holder the reference of a person
  public Optional<String> issuer(String holder, Instant at, Instant since) {
    return jdbc.sql("""
            /* access.issuer */
            select issued_by from access.access_issue
             where holder = :holder and issued_by <> :holder and at <= :at and at > :since
             order by at desc, issue_id desc limit 1
            """)
        .param("holder", holder)
        .param("at", Columns.utc(at))
        .param("since", Columns.utc(since))
        .query(String.class)
        .optional();
  }

  /// A person who alone gave a part of the access of another.
  ///
  /// @param until when all of it has been in sight for a day
  public record Alone(String issuer, Instant until) {}

  /// Returns the people who alone gave a holder the newest access of each kind (a way in, roles,
  /// being enabled again), as far as it has not been in sight for a day.
  ///
  /// @param holder the reference of a person
  public List<Alone> aloneIssuers(String holder, Instant now) {
    return jdbc.sql("""
            /* access.alone_issuers */
            select issued_by, max(settled_at) as until from (
                select distinct on (kind) issued_by, agreed_by, settled_at
                  from access.access_issue where holder = :holder
                 order by kind, at desc, issue_id desc) newest
             where agreed_by is null and settled_at > :now
             group by issued_by
            """)
        .param("holder", holder)
        .param("now", Columns.utc(now))
        .query((row, _) -> new Alone(row.getString("issued_by"), Columns.instant(row, "until")))
        .list();
  }

  /// Returns whether one person alone gave a holder the newest way in of a kind, without a day to
  /// object: neither then, nor later, with roles that were announced with it.
  ///
  /// @param holder the reference of a person
  public boolean hasUnseenWayIn(String holder, Instant now) {
    return jdbc.sql("""
            /* access.has_unseen_way_in */
            select exists (
                select from (
                    select distinct on (kind) issue_id, issued_by, agreed_by, settled_at, in_sight
                      from access.access_issue
                     where holder = :holder and kind in ('LINK', 'SINGLE_SIGN_ON')
                     order by kind, at desc, issue_id desc) newest
                 where agreed_by is null and issued_by like 'person:%'
                   and (not in_sight or settled_at > :now)
                   and not exists (
                       select from access.access_issue roles
                        where roles.holder = :holder and roles.kind = 'ROLES'
                          and roles.issue_id > newest.issue_id))
            """)
        .param("holder", holder)
        .param("now", Columns.utc(now))
        .query(Boolean.class)
        .single();
  }
}
