package org.vigie.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;

/// The invented bodies that the town has to do with.
enum TownOrganisation {
  SEAGULL("Seagull Messenger", Organisation.Kind.MESSENGER, "FR"),
  LANTERN("Lantern hotline", Organisation.Kind.HOTLINE, "FR"),
  TIDE("Tide Support", Organisation.Kind.NGO, "BE"),
  HARBOUR_POLICE("Harbour cyber brigade", Organisation.Kind.AUTHORITY, "FR");

  private final String fullName;
  private final Organisation.Kind kind;
  private final String country;

  TownOrganisation(String fullName, Organisation.Kind kind, String country) {
    this.fullName = fullName;
    this.kind = kind;
    this.country = country;
  }

  Organisation organisation() {
    OrganisationId id = new OrganisationId(UUID.nameUUIDFromBytes(name().getBytes(UTF_8)));
    return new Organisation(id, fullName, kind, country);
  }
}
