package org.vigie.server.review.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.server.review.cases.CaseQuery;

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
    return new QueryConditions(String.join(" and ", parts), parameters);
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
