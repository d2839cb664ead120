package org.vigie.server.evidence.catalogue;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.SetUp;
import org.vigie.server.evidence.store.CustodyStore;
import org.vigie.server.evidence.store.ObjectStore;

/// Wires the catalogue of the vault.
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
  @Bean
  EvidenceCatalogue evidenceCatalogue(
      ObjectStore objects, CustodyStore custody, InstantSource clock) {
    return new EvidenceCatalogue(objects, custody, clock);
  }

  @Bean
  SetUp setUp(ObjectStore objects) {
    return new EvidenceSetUp(objects);
  }
}
