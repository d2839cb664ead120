package org.vigie.demo;

import java.util.UUID;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;

/// The invented bodies that the town has to do with.
enum TownOrganisation {
  SEAGULL("Seagull Messenger", Organisation.Kind.MESSENGER, "FR"),
  LANTERN("Lantern hotline", Organisation.Kind.HOTLINE, "FR"),
  TIDE("Tide Support", Organisation.Kind.NGO, "BE"),
  HARBOUR_POLICE("Harbour cyber brigade", Organisation.Kind.AUTHORITY, "FR");

  private final Organisation organisation;

  TownOrganisation(String name, Organisation.Kind kind, String country) {
    this.organisation =
        new Organisation(new OrganisationId(UUID.randomUUID()), name, kind, country);
  }

  Organisation organisation() {
    return organisation;
  }
}
