package org.vigie.demo;

import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;

/// The invented people who work with Vigie in the town.
enum Resident {
  ADA("Ada Quillon", Role.ADMINISTRATOR),
  BASILE("Basile Tramontin", Role.LIST_MANAGER),
  CORALIE("Coralie Vermeersch-Oudin", Role.LEAD),
  DRISS("Driss Belharbi", Role.REVIEWER),
  ELOUAN("Élouan Kerbrat", Role.REVIEWER),
  FLORA("Flora Nightengard", Role.LEGAL),
  GASTON("Gaston Ampleforth", Role.AUDITOR),
  HONORINE("Honorine Vasseur-Pike", Role.REVIEWER),
  INES("Inès Falaise", Role.FLAGGER, TownOrganisation.LANTERN),
  JULES("Jules Ormeau-Lindt", Role.LEGAL);

  private final String fullName;
  private final Role role;
  private final Optional<TownOrganisation> employer;

  Resident(String fullName, Role role) {
    this(fullName, role, Optional.empty());
  }

  Resident(String fullName, Role role, TownOrganisation employer) {
    this(fullName, role, Optional.of(employer));
  }

  Resident(String fullName, Role role, Optional<TownOrganisation> employer) {
    this.fullName = fullName;
    this.role = role;
    this.employer = employer;
  }

  /// Returns the employer; empty if they work for the messenger.
  Optional<TownOrganisation> employer() {
    return employer;
  }

  PersonName fullName() {
    return new PersonName(fullName);
  }

  Set<Role> roles() {
    return Set.of(role);
  }

  /// Returns an address that never reaches a person.
  EmailAddress email() {
    return new EmailAddress(name() + "@harbour.example");
  }
}
