package org.vigie.server.review.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.vigie.connector.MessengerId;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.cases.CaseCourse;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.queueing.CaseFilter;
import org.vigie.server.review.queueing.CaseOrder;

/// A filter in an address or a form.
///
/// @param sort `priority`, `age` or `due`
/// @param course the text form of a [CaseCourse]
public record FilterForm(
    @Nullable String queue,
    @Nullable String state,
    @Nullable String category,
    @Nullable String messenger,
    @Nullable String about,
    @Nullable String sort,
    @Nullable String course) {
  static FilterForm of(CaseQuery query) {
    return of(new CaseFilter(query, CaseOrder.PRIORITY));
  }

  static FilterForm of(CaseFilter filter) {
    CaseQuery query = filter.query();
    return new FilterForm(
        query.queue().map(QueueName::value).orElse(""),
        query.state().map(Enum::name).orElse(""),
        query.category().map(CategoryKey::value).orElse(""),
        query.messenger().map(MessengerId::value).orElse(""),
        query.about().orElse(""),
        word(filter.order()),
        query.course().text());
  }

  static String word(CaseOrder order) {
    return EnumWords.of(order);
  }

  /// Returns whether no filter was sent.
  boolean saysNothing() {
    return Stream.of(queue, state, category, messenger, about, sort, course)
        .allMatch(Objects::isNull);
  }

  /// @throws ProblemException if something is not one of the choices
  CaseFilter read() {
    return new CaseFilter(
        new CaseQuery(
            queueNamed(VerdictForm.said(queue)),
            given(state).map(name -> choice(CaseState.values(), name, "state")),
            categoryNamed(VerdictForm.said(category)),
            messengerNamed(VerdictForm.said(messenger)),
            given(about),
            courseOf(VerdictForm.said(course))),
        given(sort)
            .map(word -> EnumWords.read(CaseOrder.class, "sort", word))
            .orElse(CaseOrder.PRIORITY));
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.of(VerdictForm.said(text)).filter(said -> !said.isEmpty());
  }

  static Optional<QueueName> queueNamed(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(new QueueName(name));
    } catch (IllegalArgumentException e) {
      throw ProblemException.ofField("queue", "There is no such queue.");
    }
  }

  /// A filter that cannot be read hides nothing, so it is refused.
  static Optional<CategoryKey> categoryNamed(String name) {
    if (!name.isEmpty() && !CategoryKey.isWellFormed(name)) {
      throw ProblemException.ofField("category", "There is no such category.");
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(new CategoryKey(name));
  }

  static Optional<MessengerId> messengerNamed(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(new MessengerId(name));
    } catch (IllegalArgumentException e) {
      throw ProblemException.ofField("messenger", "There is no such messenger.");
    }
  }

  private static CaseCourse courseOf(String text) {
    try {
      return CaseCourse.parse(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.ofField("course", "There is no such course.");
    }
  }

  private static <E extends Enum<E>> E choice(E[] all, String name, String field) {
    return Arrays.stream(all)
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemException.ofField(field, "There is no such choice."));
  }

  /// Returns the same without one of its parts.
  ///
  /// @param part the name of its parameter, or of a part of its course
  FilterForm without(String part) {
    return EnumWords.find(CaseCourse.Part.class, part)
        .map(this::without)
        .orElseGet(() -> withoutParameter(part));
  }

  private FilterForm withoutParameter(String part) {
    return new FilterForm(
        part.equals("queue") ? "" : queue,
        part.equals("state") ? "" : state,
        part.equals("category") ? "" : category,
        part.equals("messenger") ? "" : messenger,
        part.equals("about") ? "" : about,
        sort,
        course);
  }

  private FilterForm without(CaseCourse.Part part) {
    String left = courseOf(VerdictForm.said(course)).without(part).text();
    return new FilterForm(queue, state, category, messenger, about, sort, left);
  }

  /// Returns the address of the list of some cases, with the parts of the filter that are set.
  static String list(CaseQuery query) {
    String state = query.state().map(Enum::name).orElse("");
    String others = Within.of(query).text();
    return "/review?state=" + state + (others.isEmpty() ? "" : "&" + others);
  }

  /// Returns the address of a page of its results.
  String address(int page) {
    return UriComponentsBuilder.fromPath("/review")
        .queryParam("queue", "{queue}")
        .queryParam("state", "{state}")
        .queryParam("category", "{category}")
        .queryParam("messenger", "{messenger}")
        .queryParam("about", "{about}")
        .queryParam("sort", "{sort}")
        .queryParam("course", "{course}")
        .queryParam("page", page)
        .encode()
        .buildAndExpand(
            VerdictForm.said(queue),
            VerdictForm.said(state),
            VerdictForm.said(category),
            VerdictForm.said(messenger),
            VerdictForm.said(about),
            VerdictForm.said(sort),
            VerdictForm.said(course))
        .toUriString();
  }
}
