package org.vigie.demo;

import java.util.random.RandomGeneratorFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.vigie.server.access.People;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Members;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.SignalExtraction;

/// Puts the town into a server that is marked as a demonstration.
@AutoConfiguration
@ConditionalOnBooleanProperty("vigie.frame.demo")
class DemoConfiguration {
  private static final long SEED = 1;

  @Bean
  @Primary
  TownClock townClock() {
    return new TownClock();
  }

  @Bean
  TownHistory townHistory(
      Banks banks, Members members, SignalExtraction extraction, Scanner scanner) {
    return new TownHistory(
        banks,
        members,
        extraction,
        scanner,
        RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
  }

  @Bean
  TownPeople townPeople(People people) {
    return new TownPeople(people);
  }

  @Bean
  Town town(
      KnownContent known, Banks banks, TownClock clock, TownPeople people, TownHistory history) {
    return new Town(known, banks, clock, people, history);
  }
}
