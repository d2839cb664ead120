package org.vigie.server.report.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.NoticeId;

/// The explanations of notices, in the words of their senders.
public final class ExplanationStore {
  /// Among how many of the last notices words are looked for.
  private static final int RECENT = 5_000;

  private final JdbcClient jdbc;

  public ExplanationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the newest notices with some words in their explanation.
  public List<NoticeId> mentioning(String words, int most) {
    return jdbc.sql("""
            /* report.notices_mentioning */
            select recent.notice_id
              from (select notice_id, explanation, received_at from report.notice
                     where forgotten_at is null
                     order by received_at desc limit :recent) recent
             where recent.explanation ilike :words
             order by recent.received_at desc limit :most
            """)
        .param("recent", RECENT)
        .param("words", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("most", most)
        .query((row, _) -> new NoticeId(Columns.uuid(row, "notice_id")))
        .list();
  }

  /// Returns the explanations of notices that have one.
  public Map<NoticeId, String> explanations(List<NoticeId> notices) {
    return jdbc
        .sql("""
            /* report.explanations */
            select notice_id, explanation from report.notice
             where notice_id in (:notices) and explanation <> ''
            """)
        .param("notices", notices.stream().map(NoticeId::value).toList())
        .query((row, _) ->
            Map.entry(new NoticeId(Columns.uuid(row, "notice_id")), row.getString("explanation")))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
