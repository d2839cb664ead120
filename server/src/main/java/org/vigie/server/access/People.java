package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The people who may sign in, and their organisations.
///
/// One administrator who can sign in always remains. Every change is in the ledger. Each method
/// joins the transaction of its caller, or runs in its own. Threads: any.
public interface People {
  /// How long the ledger names the person who gave access, beside the acts of its receiver.
  Duration NAMED = Duration.ofDays(30);

  /// How a change of a person ended.
  enum Change {
    DONE,
    /// Some of it takes effect once a second administrator agrees, or after a day in sight.
    WAITS,
    UNKNOWN_PERSON,
    /// No administrator would be left.
    LAST_ADMINISTRATOR
  }

  /// Returns everybody, by name.
  List<Person> all();

  Optional<Person> find(PersonId id);

  /// Adds a person, who can sign in after using an enrolment link. Returns empty if the address
  /// is taken.
  Optional<PersonId> invite(Caller by, PersonName name, EmailAddress email, Set<Role> roles);

  /// Replaces the roles of a person; they count from the next request on.
  Change setRoles(Caller by, PersonId id, Set<Role> roles);

  /// Disables a person, and ends their sessions at once.
  Change disable(Caller by, PersonId id);

  /// Lets a disabled person sign in again.
  Change enable(Caller by, PersonId id);

  /// Puts a person into an organisation, or into none.
  Change setOrganisation(Caller by, PersonId id, Optional<OrganisationId> organisation);

  /// Returns the reference of the caller who last gave access to another, if that was within
  /// [#NAMED] before a moment.
  ///
  /// @param caller the reference of the caller who got access
  Optional<String> issuerOf(String caller, Instant at);

  List<Organisation> organisations();

  /// Adds an organisation. Returns false if its name is taken.
  boolean add(Caller by, Organisation organisation);
}
