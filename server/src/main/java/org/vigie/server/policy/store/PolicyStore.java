package org.vigie.server.policy.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.PolicyRevision;

/// The revisions in PostgreSQL. Threads: any.
public final class PolicyStore {
  private final JdbcClient database;

  public PolicyStore(JdbcClient database) {
    this.database = database;
  }

  /// Returns the number of the newest revision; empty before the first one.
  public Optional<PolicyRevision> newest() {
    return database.sql("""
            /* policy.newest */
            select number from policy.revision order by number desc limit 1""").query(Integer.class).optional().map(PolicyRevision::new);
  }

  /// Returns a revision.
  public Optional<StoredRevision> find(PolicyRevision revision) {
    return database
        .sql("""
            /* policy.find */
            select number, sha256, origin, made_by, made_at, note, text
              from policy.revision where number = :number""")
        .param("number", revision.number())
        .query((row, i) -> new StoredRevision(entry(row), row.getString("text")))
        .optional();
  }

  /// Returns the newest revisions, newest first, without their texts.
  public List<RevisionEntry> history(int limit) {
    return database.sql("""
            /* policy.history */
            select number, sha256, origin, made_by, made_at, note
              from policy.revision order by number desc limit :limit""").param("limit", limit).query((row, i) -> entry(row)).list();
  }

  /// Appends a revision, unless another one has its number already.
  ///
  /// @return whether it was appended
  public boolean append(StoredRevision revision) {
    RevisionEntry entry = revision.entry();
    return database
            .sql("""
                /* policy.append */
                insert into policy.revision (number, text, sha256, origin, made_by, made_at, note)
                values (:number, :text, :sha256, :origin, :made_by, :made_at, :note)
                on conflict (number) do nothing""")
            .param("number", entry.revision().number())
            .param("text", revision.text())
            .param("sha256", HexFormat.of().parseHex(entry.sha256()))
            .param("origin", entry.origin().name())
            .param("made_by", entry.madeBy())
            .param("made_at", Columns.utc(entry.madeAt()))
            .param("note", entry.note())
            .update()
        == 1;
  }

  private static RevisionEntry entry(ResultSet row) throws SQLException {
    return new RevisionEntry(
        new PolicyRevision(row.getInt("number")),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        RevisionOrigin.valueOf(row.getString("origin")),
        row.getString("made_by"),
        Columns.instant(row, "made_at"),
        row.getString("note"));
  }

  /// Returns the SHA-256 of a text in UTF-8, in lowercase hex.
  public static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
