package org.vigie.server.access;

import java.time.Instant;
import java.util.List;

/// Somebody is to get a way in, or more to do. Published in the transaction of the request.
///
/// @param concerned the person; then everybody else who can stop it
/// @param askedBy the name of whoever asked
/// @param dueAt when it takes effect, unless somebody stops it or agrees before
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
