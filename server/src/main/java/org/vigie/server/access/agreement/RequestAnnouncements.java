package org.vigie.server.access.agreement;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessRequest;
import org.vigie.server.access.AccessRequested;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.access.Role;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.store.PeopleStore;

/// Records requests for access in the ledger, and notifies everybody who can stop one.
///
/// Runs in the transaction of its caller. Threads: any.
final class RequestAnnouncements {
  private final PeopleStore people;
  private final AccessLedger ledger;
  private final ApplicationEventPublisher events;

  RequestAnnouncements(PeopleStore people, AccessLedger ledger, ApplicationEventPublisher events) {
    this.people = people;
    this.ledger = ledger;
    this.events = events;
  }

  /// Records a request for access.
  void asked(Caller by, AccessRequest request) {
    record(by, AccessAct.ACCESS_ASKED_FOR, request);
  }

  /// Records how a request ended.
  void ended(Caller by, AccessRequest request, AccessRequest.Ending how) {
    record(
        by,
        switch (how) {
          case AGREED -> AccessAct.ACCESS_AGREED_TO;
          case WAITED -> AccessAct.ACCESS_WAITED_FOR;
          case STOPPED, REPLACED, AT_ONCE -> AccessAct.ACCESS_STOPPED;
        },
        request);
  }

  private void record(Caller by, AccessAct act, AccessRequest request) {
    String roles =
        request.change().roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
    ledger.record(
        by,
        act,
        new Caller.Person(request.person()).reference(),
        "kind=" + request.change().kind() + " request=" + request.id() + " asked-by="
            + request.askedBy() + (roles.isEmpty() ? "" : " roles=" + roles));
  }

  /// Publishes [AccessRequested]. It names disabled people too: their absence may be the reason why
  /// a request is not stopped.
  void publish(AccessRequest request, boolean atOnce) {
    List<Person> all = people.all();
    Person concerned = all.stream()
        .filter(each -> each.id().equals(request.person()))
        .findFirst()
        .orElseThrow();
    List<Person> others = all.stream()
        .filter(each -> !each.id().equals(request.person()))
        .filter(each -> !isRequester(each, request))
        .filter(each -> each.roles().stream().anyMatch(RequestAnnouncements::guards))
        .toList();
    String requester = all.stream()
        .filter(each -> isRequester(each, request))
        .findFirst()
        .map(person -> person.name().value())
        .orElse(request.askedBy());
    events.publishEvent(new AccessRequested(
        request.change().kind(), concerned, others, requester, request.dueAt(), atOnce));
  }

  private static boolean isRequester(Person person, AccessRequest request) {
    return new Caller.Person(person.id()).reference().equals(request.askedBy());
  }

  private static boolean guards(Role role) {
    Set<Permission> permissions = role.permissions();
    return permissions.contains(Permission.PEOPLE_WRITE)
        || permissions.contains(Permission.EVIDENCE_GRANT);
  }
}
