package org.vigie.server.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.ledger.AccessAct;

/// Records each look at personal data: one entry a page, committed before the page is made. A page
/// whose entry cannot be written is not shown.
///
/// The entry names the page, its subject and which filters were set. Of these it repeats only
/// identifiers, days and stable words, of filters that take nothing else; typed text is recorded as
/// `given`.
final class RecordedLooks implements HandlerInterceptor {
  private static final Pattern STABLE = Pattern.compile(
      "[0-9]{1,19}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{4}-[0-9]{2}(-[0-9]{2})?|[A-Z_]{1,40}");

  /// The filters whose values may be repeated.
  private static final Set<String> CHOSEN = Set.of(
      "all",
      "category",
      "hours",
      "kind",
      "outcome",
      "page",
      "queue",
      "sort",
      "state",
      "surface",
      "suspected");

  private static final Pattern NAME = Pattern.compile("[a-z_-]{1,30}");
  private static final Pattern UNSTABLE = Pattern.compile("[^A-Za-z0-9_.:-]");
  private static final int MOST_SUBJECT = 200;
  private static final int MOST_DETAIL = 500;

  private final AccessLedger ledger;

  RecordedLooks(AccessLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && handler instanceof HandlerMethod method) {
      Look look = method.getMethodAnnotation(Look.class);
      if (look != null && look.value() == Look.Kind.RECORDED) {
        record(request, look);
      }
    }
    return true;
  }

  private void record(HttpServletRequest request, Look look) {
    Authentication viewer =
        Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    if (!(viewer.getPrincipal() instanceof Caller caller)) {
      throw new IllegalStateException("a page that is recorded requires a permission");
    }
    String page = page(request);
    String subject = look.subject().isEmpty() ? "page:" + page : subject(request, look.subject());
    ledger.record(caller, AccessAct.PAGE_OPENED, subject, detail(request, page));
  }

  /// Returns the path without its variables: `review.cases`.
  private static String page(HttpServletRequest request) {
    String pattern =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    return Arrays.stream(pattern.split("/", -1))
        .filter(part -> !part.isEmpty() && !part.startsWith("{"))
        .collect(Collectors.joining("."));
  }

  private static String subject(HttpServletRequest request, String form) {
    String subject = form;
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      for (Map.Entry<?, ?> each : variables.entrySet()) {
        String value = UNSTABLE.matcher(String.valueOf(each.getValue())).replaceAll("_");
        subject = subject.replace("{" + each.getKey() + "}", value);
      }
    }
    return subject.substring(0, Math.min(subject.length(), MOST_SUBJECT));
  }

  private static String detail(HttpServletRequest request, String page) {
    Map<String, String[]> given = new TreeMap<>(request.getParameterMap());
    String filters = given.entrySet().stream()
        .filter(each -> NAME.matcher(each.getKey()).matches())
        .filter(each -> Arrays.stream(each.getValue()).anyMatch(value -> !value.isEmpty()))
        .map(each -> " " + each.getKey() + "=" + said(each.getKey(), each.getValue()[0]))
        .collect(Collectors.joining());
    String detail = "page=" + page + filters;
    return detail.length() <= MOST_DETAIL ? detail : "page=" + page;
  }

  private static String said(String name, String value) {
    return CHOSEN.contains(name) && STABLE.matcher(value).matches() ? value : "given";
  }
}
