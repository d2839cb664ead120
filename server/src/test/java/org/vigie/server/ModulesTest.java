package org.vigie.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The walls between the modules of the server.
final class ModulesTest {
  @Test
  void modules_asDeclared_keepToTheirEdges() {
    ApplicationModules.of(VigieServer.class).verify();
  }
}
