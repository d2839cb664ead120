package org.vigie.server.review.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.review.cases.CaseQuery;

/// The filter that a reviewer works within, in the addresses and forms of cases: a case and the
/// next one, and the way back to the list, stay in it.
///
/// @param filter without state and order, which do not choose the next case
public record Within(FilterForm filter) {
  /// The parameter: the filter's own parameters as one text, `queue=high&category=spam`.
  static final String NAME = "within";

  /// Reads the parameter; empty for no filter.
  ///
  /// @throws ProblemException if the text is not encoded as an address is
  static Within of(String text) {
    try {
      return of(UriComponentsBuilder.fromUriString("?" + text).build().getQueryParams());
    } catch (IllegalArgumentException e) {
      throw ProblemException.ofField(NAME, "This is no filter.");
    }
  }

  private static Within of(MultiValueMap<String, String> sent) {
    return new Within(new FilterForm(
        decoded(sent, "queue"),
        "",
        decoded(sent, "category"),
        decoded(sent, "messenger"),
        decoded(sent, "about"),
        "",
        decoded(sent, "course")));
  }

  private static String decoded(MultiValueMap<String, String> sent, String name) {
    String value = sent.getFirst(name);
    return value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8);
  }

  /// Makes it of the filter of a list.
  static Within of(CaseQuery query) {
    FilterForm all = FilterForm.of(query);
    return new Within(new FilterForm(
        all.queue(), "", all.category(), all.messenger(), all.about(), "", all.course()));
  }

  /// Returns the cases that it leaves.
  CaseQuery query() {
    return filter.read().query();
  }

  /// Returns the value of the parameter; empty for no filter.
  public String text() {
    UriComponentsBuilder query = UriComponentsBuilder.newInstance();
    parts().keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
    String text = query.encode().buildAndExpand(parts()).getQuery();
    return text == null ? "" : text;
  }

  private Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("queue", VerdictForm.said(filter.queue()));
    parts.put("category", VerdictForm.said(filter.category()));
    parts.put("messenger", VerdictForm.said(filter.messenger()));
    parts.put("about", VerdictForm.said(filter.about()));
    parts.put("course", VerdictForm.said(filter.course()));
    parts.values().removeIf(String::isEmpty);
    return parts;
  }

  /// Returns the address of a page that stays within it.
  public String address(String path) {
    return parts().isEmpty()
        ? path
        : UriComponentsBuilder.fromPath(path)
            .queryParam(NAME, "{text}")
            .encode()
            .buildAndExpand(text())
            .toUriString();
  }

  /// Returns the address of the list.
  public String list() {
    return parts().isEmpty() ? "/review" : "/review?" + text();
  }
}
