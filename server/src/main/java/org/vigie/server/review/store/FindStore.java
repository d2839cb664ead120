package org.vigie.server.review.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.cases.Case;

/// Finds cases for the search of every page.
public final class FindStore {
  /// Among how many of the last cases names are looked for.
  private static final int RECENT = 20_000;

  private static final int LONGEST_NUMBER = 18;

  private final JdbcClient jdbc;

  public FindStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the case of a number, cases of notices, and recent cases whose account, room or
  /// message is named so: that of the number first, then undecided ones, then the newest.
  public List<Case> find(String words, List<NoticeId> notices, int most) {
    return jdbc.sql("""
            /* review.find */
            select c.* from review.review_case c
             where c.case_id in (
                select case_id from review.review_case where case_id = :number
                union all
                select s.case_id from review.case_source s
                 where s.kind = 'NOTICE' and s.source_id = any(:notices)
                union all
                select recent.case_id
                  from (select case_id, account, room, message from review.review_case
                         order by case_id desc limit :recent) recent
                 where recent.account ilike :words or recent.room ilike :words
                    or recent.message ilike :words)
             order by c.case_id = :number desc, c.state = 'DECIDED', c.case_id desc limit :most
            """)
        .param("number", number(words))
        .param("notices", notices.stream().map(NoticeId::value).toArray(UUID[]::new))
        .param("recent", RECENT)
        .param("words", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .param("most", most)
        .query((row, _) -> CaseStore.bare(row))
        .list();
  }

  /// No case has the number 0.
  private static long number(String words) {
    return words.matches("[0-9]{1," + LONGEST_NUMBER + "}") ? Long.parseLong(words) : 0;
  }
}
