package org.vigie.demo;

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
  GASTON("Gaston Ampleforth", Role.AUDITOR);

  private final String fullName;
  private final Role role;

  Resident(String fullName, Role role) {
    this.fullName = fullName;
    this.role = role;
  }

  PersonName fullName() {
    return new PersonName(fullName);
  }

  Set<Role> roles() {
    return Set.of(role);
  }

  /// Returns an address at which nobody can ever be reached.
  EmailAddress email() {
    return new EmailAddress(name() + "@harbour.example");
  }
}
