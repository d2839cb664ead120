package org.vigie.server.access;

import java.time.Instant;
import java.util.List;

/// A request to give a person a way in or more permissions was made. Published in the transaction
/// of the request.
///
/// @param concerned the person; then everybody else who can stop it
/// @param askedBy the name of the requester
/// @param dueAt when it takes effect, unless it is approved or stopped before
public record AccessRequested(
    AccessRequest.Kind kind,
    Person concerned,
    List<Person> others,
    String askedBy,
    Instant dueAt,
    boolean atOnce) {
  public AccessRequested {
    others = List.copyOf(others);
  }
}
