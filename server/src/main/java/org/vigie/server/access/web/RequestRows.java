package org.vigie.server.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Origins;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Viewer;
import org.vigie.server.access.agreement.AccessRequests;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Tone;

/// Puts requests for access into words for a viewer.
final class RequestRows {
  private final Frame frame;
  private final Caller.Person viewer;
  private final Map<PersonId, Person> people;
  private final BiFunction<String, Instant, Optional<String>> issuers;
  private final Origins origins;

  /// @param issuers finds the giver of a caller's access at a moment
  RequestRows(
      Frame frame,
      List<Person> people,
      Caller.Person viewer,
      BiFunction<String, Instant, Optional<String>> issuers,
      Origins origins) {
    this.frame = frame;
    this.viewer = viewer;
    this.people = people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    this.issuers = issuers;
    this.origins = origins;
  }

  RequestsPage page(List<AccessRequest> requests) {
    List<AccessRequest> shown = requests.stream().filter(this::isShown).toList();
    return new RequestsPage(
        frame,
        shown.stream().filter(each -> each.ended().isEmpty()).map(this::waiting).toList(),
        shown.stream()
            .flatMap(each -> each.ended().stream().map(ended -> past(each, ended)))
            .toList(),
        FormErrors.NONE);
  }

  private boolean isShown(AccessRequest request) {
    return Viewer.may(Permission.PEOPLE_READ)
        || Viewer.may(Permission.EVIDENCE_GRANT)
        || isOwn(request);
  }

  private boolean isOwn(AccessRequest request) {
    return request.person().equals(viewer.id());
  }

  private RequestsPage.Waiting waiting(AccessRequest request) {
    String hindrance = hindrance(request);
    return new RequestsPage.Waiting(
        request.id().toString(),
        what(request),
        name(new Caller.Person(request.person()).reference()),
        askedBy(request),
        frame.texts().time(request.dueAt()),
        issuers
            .apply(new Caller.Person(request.person()).reference(), request.askedAt())
            .map(this::name)
            .orElse(""),
        hindrance,
        Viewer.may(Permission.PEOPLE_WRITE) && hindrance.isEmpty(),
        stop(request));
  }

  private boolean isAskedByViewer(AccessRequest request) {
    return request.askedBy().equals(viewer.reference());
  }

  private String hindrance(AccessRequest request) {
    if (!Viewer.may(Permission.PEOPLE_WRITE)) {
      return "";
    }
    if (isAskedByViewer(request)) {
      return frame.texts().get("access.requests.error", AccessRequests.Answer.SAME_PERSON);
    }
    return isOwn(request)
        ? frame.texts().get("access.requests.error", AccessRequests.Answer.OWN_ACCESS)
        : origin(request);
  }

  private String origin(AccessRequest request) {
    return Caller.of(request.askedBy()) instanceof Caller.Person asker
        ? origins.hindrance(frame.texts(), viewer.id(), asker.id()).orElse("")
        : "";
  }

  private Optional<String> stop(AccessRequest request) {
    boolean may = isOwn(request)
        || Viewer.may(Permission.PEOPLE_WRITE)
        || Viewer.may(Permission.EVIDENCE_GRANT);
    String key = isAskedByViewer(request) ? "access.requests.withdraw" : "access.requests.stop";
    return may ? Optional.of(frame.text(key)) : Optional.empty();
  }

  private RequestsPage.Past past(AccessRequest request, AccessRequest.Ended ended) {
    return new RequestsPage.Past(
        what(request),
        name(new Caller.Person(request.person()).reference()),
        askedBy(request),
        tone(ended.how()),
        frame.texts().get("access.requests.ending", ended.how()),
        frame.text("access.requests.by-at", name(ended.by()), frame.texts().time(ended.at())));
  }

  private String askedBy(AccessRequest request) {
    return frame.text(
        "access.requests.by-at", name(request.askedBy()), frame.texts().time(request.askedAt()));
  }

  private String what(AccessRequest request) {
    String roles = request.change().roles().stream()
        .sorted()
        .map(role -> frame.texts().get("access.role", role))
        .collect(Collectors.joining(", "));
    return frame.text("access.requests.kind." + request.change().kind(), roles);
  }

  private String name(String reference) {
    return Caller.of(reference) instanceof Caller.Person person && people.containsKey(person.id())
        ? people.get(person.id()).name().value()
        : reference;
  }

  private static Tone tone(AccessRequest.Ending ending) {
    return switch (ending) {
      case AGREED, WAITED -> Tone.GOOD;
      case AT_ONCE -> Tone.WAITING;
      case STOPPED, REPLACED -> Tone.BAD;
    };
  }
}
