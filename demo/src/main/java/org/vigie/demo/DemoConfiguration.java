package org.vigie.demo;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.vigie.platform.DataDirectory;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.OwnAccount;
import org.vigie.server.access.People;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Members;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyRevisions;
import org.vigie.server.report.FlaggerDesk;
import org.vigie.server.report.Flaggers;
import org.vigie.server.report.Intake;
import org.vigie.server.review.CaseMedia;
import org.vigie.server.review.Cases;
import org.vigie.server.review.Desk;
import org.vigie.server.review.Quality;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.SignalExtraction;

/// Puts the town into a server that is marked as a demonstration.
@AutoConfiguration
@ConditionalOnBooleanProperty("vigie.frame.demo")
class DemoConfiguration {
  private static final long SEED = 1;

  private static RandomGenerator random() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
  }

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
    return new TownPosts(keys, scanner, random());
  }

  @Bean
  Town.TownNotices townNotices(Intake intake, ApiKeys keys, TownHotline hotline, TownClock clock) {
    return new Town.TownNotices(
        new TownReports(intake, random()), new TownTalks(intake, keys, clock), hotline);
  }

  @Bean
  TownHotline townHotline(
      Flaggers flaggers, FlaggerDesk desk, Intake intake, TownPeople people, TownClock clock) {
    return new TownHotline(flaggers, desk, intake, people, clock);
  }

  @Bean
  TownPolicy townPolicy(PolicyRevisions revisions, TownPeople people) {
    return new TownPolicy(revisions, people);
  }

  @Bean
  TownReviews.Office townOffice(TownPolicy policy, Desk desk, CaseMedia media, Quality quality) {
    return new TownReviews.Office(policy, desk, media, quality);
  }

  @Bean
  TownVerdicts townVerdicts(Policies policies, Cases cases) {
    return new TownVerdicts(policies, cases);
  }

  @Bean
  TownReviews townReviews(
      TownReviews.Office office,
      TownPeople people,
      TownVerdicts verdicts,
      EventPublicationRegistry news) {
    return new TownReviews(office, people, verdicts, news, random());
  }

  @Bean
  Town.Story townStory(
      TownPeople people,
      TownBanks banks,
      TownPosts posts,
      Town.TownNotices notices,
      TownReviews reviews) {
    return new Town.Story(people, banks, posts, notices, reviews);
  }

  @Bean
  Town town(KnownContent known, TownClock clock, Town.Story story, DataDirectory directory) {
    return new Town(known, clock, story, new TownMark(directory), TownSamples.in(directory));
  }
}
