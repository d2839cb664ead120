package org.vigie.demo;

import java.util.random.RandomGeneratorFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.vigie.platform.DataDirectory;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.OwnAccount;
import org.vigie.server.access.People;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Members;
import org.vigie.server.report.Intake;
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
  TownPeople townPeople(People people, OwnAccount accounts, TownClock clock) {
    return new TownPeople(people, accounts, clock);
  }

  @Bean
  TownBanks townBanks(Banks banks, Members members, SignalExtraction extraction) {
    return new TownBanks(banks, members, extraction);
  }

  @Bean
  TownPosts townPosts(ApiKeys keys, Scanner scanner) {
    return new TownPosts(
        keys, scanner, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
  }

  @Bean
  TownReports townReports(Intake intake) {
    return new TownReports(intake, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
  }

  @Bean
  Town.Story townStory(TownPeople people, TownBanks banks, TownPosts posts, TownReports reports) {
    return new Town.Story(people, banks, posts, reports);
  }

  @Bean
  Town town(KnownContent known, TownClock clock, Town.Story story, DataDirectory directory) {
    return new Town(known, clock, story, new TownMark(directory), TownSamples.in(directory));
  }
}
