package org.vigie.server.access;

/// Whether two people count as two.
///
/// They do not if one administrator alone gave both their access, or one gave it to the other,
/// less than a day ago. Threads: any.
public interface Independence {
  /// Returns whether one may approve requests of the other. Returns false for one and the same
  /// person.
  boolean isBetween(PersonId one, PersonId other);
}
