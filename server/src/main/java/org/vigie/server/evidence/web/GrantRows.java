package org.vigie.server.evidence.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.server.access.Grant;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.Origins;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.WaitingGrant;
import org.vigie.server.frame.Frame;

/// Describes grants for the law in words.
public final class GrantRows {
  private static final String REFERENCE = "evidence:";

  private final Grants grants;
  private final Names names;
  private final CaseLinks cases;
  private final Origins origins;

  public GrantRows(Grants grants, Names names, CaseLinks cases, Origins origins) {
    this.grants = grants;
    this.names = names;
    this.cases = cases;
    this.origins = origins;
  }

  /// One grant, or a request for one.
  ///
  /// @param objects identifiers of the objects that may be opened
  /// @param times since when it is pending and for how long it is requested, or when it expires
  /// @param second who agreed; empty while it is pending
  /// @param own whether it is the viewer's
  /// @param hindrance why the viewer cannot agree to another person's request; or empty
  /// @param ending the destruction that agreeing causes; null for leave to open
  public record Row(
      String id,
      String holder,
      String reason,
      List<String> objects,
      String times,
      String second,
      boolean own,
      String hindrance,
      @Nullable Ending ending) {
    public Row {
      objects = List.copyOf(objects);
    }

    /// Returns whether objects are destroyed by it.
    public boolean destroys() {
      return ending != null;
    }

    boolean covers(String object) {
      return objects.contains(object);
    }
  }

  /// That an object is destroyed.
  ///
  /// @param cases that are undecided and still need it
  public record Ending(List<CaseLinks.Link> cases) {
    public Ending {
      cases = List.copyOf(cases);
    }
  }

  /// Returns the requests that are pending with a second person, oldest first.
  List<Row> waiting(Frame frame, PersonId viewer) {
    return grants.waiting().stream()
        .filter(each -> each.request().purpose().needsTwoPeople())
        .map(each -> row(frame, viewer, each))
        .toList();
  }

  private Row row(Frame frame, PersonId viewer, WaitingGrant waiting) {
    GrantRequest request = waiting.request();
    boolean destroys = request.purpose() == Purpose.DESTRUCTION;
    String since = frame.texts().time(waiting.askedAt());
    String times = destroys
        ? since
        : frame.text("evidence.grant.asked", since, duration(frame, request.validity()));
    return new Row(
        text(waiting.id()),
        names.person(request.holder()),
        request.reason(),
        objects(request.evidence()),
        times,
        "",
        request.holder().equals(viewer),
        hindrance(frame, viewer, request.holder()),
        destroys ? ending(frame, request.evidence()) : null);
  }

  private String hindrance(Frame frame, PersonId viewer, PersonId holder) {
    return holder.equals(viewer)
        ? ""
        : origins.hindrance(frame.texts(), viewer, holder).orElse("");
  }

  private Ending ending(Frame frame, Set<String> references) {
    return new Ending(objects(references).stream()
        .flatMap(object -> cases.open(frame, EvidenceAddress.id(object)).stream())
        .toList());
  }

  /// Returns the grants in force.
  List<Row> standing(Frame frame, PersonId viewer) {
    return grants.standing(Purpose.LEGAL).stream()
        .map(each -> row(frame, viewer, each))
        .toList();
  }

  Row row(Frame frame, PersonId viewer, Grant grant) {
    return new Row(
        text(grant.id()),
        names.person(grant.holder()),
        grant.reason(),
        objects(grant.evidence()),
        frame.texts().time(grant.until()),
        grant.second().map(names::person).orElse(""),
        grant.holder().equals(viewer),
        "",
        null);
  }

  private static String text(GrantId id) {
    return id.value().toString();
  }

  private static List<String> objects(Set<String> references) {
    return references.stream()
        .filter(reference -> reference.startsWith(REFERENCE))
        .map(reference -> reference.substring(REFERENCE.length()))
        .sorted()
        .toList();
  }

  static String duration(Frame frame, Duration validity) {
    return validity.toMinutesPart() == 0
        ? frame.text("evidence.grant.hours", validity.toHours())
        : frame.text("evidence.grant.minutes", validity.toMinutes());
  }
}
