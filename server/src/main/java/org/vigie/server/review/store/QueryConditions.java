package org.vigie.server.review.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.server.frame.Columns;
import org.vigie.server.review.cases.CaseCourse;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.Span;

/// The conditions of a query on cases `c`: only those that it has, so that indexes are used.
///
/// @param sql their conjunction
/// @param parameters by the names in it
record QueryConditions(String sql, Map<String, Object> parameters) {
  QueryConditions {
    parameters = Map.copyOf(parameters);
  }

  static QueryConditions of(CaseQuery query) {
    List<String> parts = new ArrayList<>(List.of("true"));
    Map<String, Object> parameters = new HashMap<>();
    query.queue().ifPresent(queue -> {
      parts.add("c.queue = :queue");
      parameters.put("queue", queue.value());
    });
    query.state().ifPresent(state -> {
      parts.add("c.state = :state");
      parameters.put("state", state.name());
    });
    query.category().ifPresent(category -> {
      parts.add("c.category = :category");
      parameters.put("category", category.value());
    });
    query.messenger().ifPresent(messenger -> {
      parts.add("c.messenger = :messenger");
      parameters.put("messenger", messenger.value());
    });
    query.about().ifPresent(about -> parts.add(about(about, parameters)));
    addCourse(query.course(), parts, parameters);
    return new QueryConditions(String.join(" and ", parts), parameters);
  }

  private static void addCourse(
      CaseCourse course, List<String> parts, Map<String, Object> parameters) {
    course.opened().ifPresent(span -> parts.add(within("opened", span, parameters)));
    course.due().ifPresent(span -> parts.add(within("due", span, parameters)));
    course.decided().ifPresent(span -> parts.add(within("decided", span, parameters)));
    course
        .deadline()
        .ifPresent(deadline -> parts.add(
            switch (deadline) {
              case MET -> "c.decided_at <= c.due_at";
              case MISSED -> "(c.decided_at is null or c.decided_at > c.due_at)";
              case OVERDUE -> "c.state in ('OPEN', 'CLAIMED')";
            }));
    course
        .by()
        .ifPresent(by -> parts.add(
            switch (by) {
              case PEOPLE -> "not c.by_policy";
              case POLICY -> "c.by_policy";
            }));
  }

  private static String within(String event, Span span, Map<String, Object> parameters) {
    parameters.put(event + "_from", Columns.utc(span.from()));
    parameters.put(event + "_to", Columns.utc(span.to()));
    return "c.%1$s_at >= :%1$s_from and c.%1$s_at < :%1$s_to".formatted(event);
  }

  private static String about(String about, Map<String, Object> parameters) {
    parameters.put("about", "%" + about.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    StringBuilder any = new StringBuilder(
        "c.account ilike :about or c.room ilike :about or c.message ilike :about");
    if (about.matches("[0-9]{1,18}")) {
      parameters.put("number", Long.valueOf(about));
      any.append(" or c.case_id = :number");
    }
    if (about.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      parameters.put("source", UUID.fromString(about));
      any.append(" or c.case_id in (select s.case_id from review.case_source s"
          + " where s.source_id = :source)");
    }
    return "(" + any + ")";
  }
}
