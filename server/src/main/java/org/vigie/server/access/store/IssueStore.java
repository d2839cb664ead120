package org.vigie.server.access.store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.PersonId;

/// Who gave people what they have. Rows are only added.
public final class IssueStore {
  private final JdbcClient jdbc;

  public IssueStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Who gave something.
  ///
  /// @param agreedBy the second administrator, if one agreed
  /// @param settledAt when it has been in sight for a day
  public record Issue(String issuedBy, Optional<String> agreedBy, Instant at, Instant settledAt) {}

  public void add(PersonId person, AccessRequest.Kind kind, Issue issue) {
    jdbc.sql("""
            /* access.add_issue */
            insert into access.access_issue
                (holder, kind, issued_by, agreed_by, at, settled_at)
            values (:holder, :kind, :issuedBy, :agreedBy, :at, :settledAt)
            """)
        .param("holder", "person:" + person.value())
        .param("kind", kind.name())
        .param("issuedBy", issue.issuedBy())
        .param("agreedBy", issue.agreedBy().orElse(null))
        .param("at", Times.utc(issue.at()))
        .param("settledAt", Times.utc(issue.settledAt()))
        .update();
  }

  /// Returns who gave somebody what they got last within a time before a moment.
  ///
  /// @param holder the reference of a person
  public Optional<String> issuer(String holder, Instant at, Instant since) {
    return jdbc.sql("""
            /* access.issuer */
            select issued_by from access.access_issue
             where holder = :holder and at <= :at and at > :since
             order by at desc, issue_id desc limit 1
            """)
        .param("holder", holder)
        .param("at", Times.utc(at))
        .param("since", Times.utc(since))
        .query(String.class)
        .optional();
  }

  /// Returns who alone gave somebody what they got last, as long as it has not been in sight for
  /// a day.
  ///
  /// @param holder the reference of a person
  public Optional<String> aloneIssuer(String holder, Instant now) {
    return jdbc.sql("""
            /* access.alone_issuer */
            select issued_by from (
                select issued_by, agreed_by, settled_at from access.access_issue
                 where holder = :holder order by at desc, issue_id desc limit 1) last
             where agreed_by is null and settled_at > :now
            """)
        .param("holder", holder)
        .param("now", Times.utc(now))
        .query(String.class)
        .optional();
  }
}
