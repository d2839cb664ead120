package org.vigie.demo;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.vigie.connector.MessengerId;
import org.vigie.platform.DataDirectory;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Grants;
import org.vigie.server.access.People;
import org.vigie.server.access.secrets.PasswordHashing;
import org.vigie.server.access.signin.OwnAccount;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Members;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.catalogue.EvidenceCatalogue;
import org.vigie.server.evidence.keeping.Destructions;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.revising.PolicyRevisions;
import org.vigie.server.report.Notices;
import org.vigie.server.report.attachments.MediaIntake;
import org.vigie.server.report.flagging.FlaggerDesk;
import org.vigie.server.report.flagging.FlaggerRegister;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.reporters.MisuseRegister;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.quality.Quality;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.queueing.OptOuts;
import org.vigie.server.review.viewing.CaseMedia;
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
  TownPeople townPeople(
      People people, OwnAccount accounts, PasswordHashing hashing, TownClock clock) {
    return new TownPeople(people, accounts, hashing, clock);
  }

  @Bean
  TownBanks townBanks(Banks banks, Members members, SignalExtraction extraction) {
    return new TownBanks(banks, members, extraction);
  }

  /// The town uses the first messenger of the server.
  @Bean
  MessengerId townMessenger(Messengers messengers) {
    return messengers.all().getFirst();
  }

  @Bean
  TownPosts townPosts(ApiKeys keys, Scanner scanner, MessengerId messenger) {
    return new TownPosts(keys, scanner, messenger, random());
  }

  @Bean
  Town.TownNotices townNotices(
      Intake intake, TownTalks talks, TownHotline hotline, MessengerId messenger) {
    return new Town.TownNotices(new TownReports(intake, messenger, random()), talks, hotline);
  }

  @Bean
  TownTalks townTalks(
      Intake intake, MediaIntake media, ApiKeys keys, MessengerId messenger, TownClock clock) {
    return new TownTalks(intake, media, keys, messenger, clock);
  }

  @Bean
  TownHotline townHotline(
      FlaggerRegister flaggers,
      FlaggerDesk desk,
      Intake intake,
      TownPeople people,
      MessengerId messenger,
      TownClock clock) {
    return new TownHotline(flaggers, desk, intake, people, messenger, clock);
  }

  @Bean
  TownPolicy townPolicy(PolicyRevisions revisions, TownPeople people) {
    return new TownPolicy(revisions, people);
  }

  @Bean
  TownReviews.Office townOffice(
      TownPolicy policy, Desk desk, CaseMedia media, Quality quality, OptOuts optOuts) {
    return new TownReviews.Office(policy, desk, media, quality, optOuts);
  }

  @Bean
  TownVerdicts townVerdicts(Policies policies, Cases cases, Notices notices) {
    return new TownVerdicts(policies, cases, notices);
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
  TownLaw townLaw(
      Grants grants,
      Destructions destructions,
      Vault vault,
      EvidenceCatalogue catalogue,
      TownPeople people) {
    return new TownLaw(grants, destructions, vault, catalogue, people);
  }

  @Bean
  Town.TownDesks townDesks(
      TownReviews reviews, MisuseRegister reporters, TownPeople people, TownLaw law) {
    return new Town.TownDesks(reviews, new TownMisuse(reporters, people), law);
  }

  @Bean
  Town.Story townStory(
      TownPeople people,
      TownBanks banks,
      TownPosts posts,
      Town.TownNotices notices,
      Town.TownDesks desks) {
    return new Town.Story(people, banks, posts, notices, desks);
  }

  @Bean
  Town town(KnownContent known, TownClock clock, Town.Story story, DataDirectory directory) {
    return new Town(known, clock, story, new TownMark(directory), TownSamples.in(directory));
  }
}
