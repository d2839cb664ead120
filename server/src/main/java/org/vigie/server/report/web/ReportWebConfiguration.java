package org.vigie.server.report.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.Origins;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.BodyAllowance;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Section;
import org.vigie.server.frame.UploadPaths;
import org.vigie.server.frame.Waiting;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.attachments.UploadQuotas;
import org.vigie.server.report.flagging.FlaggerDesk;
import org.vigie.server.report.flagging.FlaggerRegister;
import org.vigie.server.report.form.FormPasses;
import org.vigie.server.report.form.FormThrottle;
import org.vigie.server.report.form.SupportServices;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.settings.ReportSettings;
import org.vigie.server.report.store.NoticeStore;

/// Wires the pages and calls of notices, and their settings.
@Configuration(proxyBeanMethods = false)
class ReportWebConfiguration {
  private static final long TEXTS = 1L << 20;
  private static final long STEP = 1L << 18;
  private static final Duration DEADLINE = Duration.ofMinutes(3);

  @Bean
  FormGate formGate(
      FormPasses passes, FormThrottle throttle, UploadQuotas quotas, ReportSettings settings) {
    return new FormGate(passes, throttle, quotas, settings, System::nanoTime);
  }

  @Bean
  FormPages formPages(
      Policies policies,
      Messengers messengers,
      FormPasses passes,
      SupportServices services,
      ReportSettings settings) {
    return new FormPages(policies, messengers, passes, services, settings);
  }

  @Bean
  ReceiptPages receiptPages(
      Policies policies, Messengers messengers, FormPages pages, AccessSettings settings) {
    return new ReceiptPages(policies, messengers, pages, settings);
  }

  @Bean
  FlaggerCaller flaggerCaller(People people, FlaggerRegister flaggers) {
    return new FlaggerCaller(people, flaggers);
  }

  @Bean
  FlaggerBatch flaggerBatch(Intake intake, Messengers messengers) {
    return new FlaggerBatch(intake, messengers);
  }

  @Bean
  FlaggersPages flaggersPages(
      FlaggerRegister flaggers, People people, Policies policies, Origins origins) {
    return new FlaggersPages(flaggers, people, policies, origins);
  }

  @Bean
  PortalPages portalPages(
      FlaggerDesk desk,
      Policies policies,
      Messengers messengers,
      People people,
      ReportSettings settings) {
    return new PortalPages(desk, policies, messengers, people, settings.maxAttachment());
  }

  /// All files of a form, of everybody or of a flagger, and as much text and more as its fields
  /// may hold.
  @Bean
  BodyAllowance formBody(ReportSettings settings) {
    long files = settings.maxAttachment().toBytes() * (SentFiles.MOST + 1);
    return new BodyAllowance(
        Pattern.compile("/report/notices|/flagger/notices"), files + TEXTS, DEADLINE);
  }

  /// The steps before: somebody who goes back brings along what they typed, percent-encoded.
  @Bean
  BodyAllowance stepBody() {
    return new BodyAllowance(Pattern.compile("/report|/report/where|/report/send"), STEP, DEADLINE);
  }

  @Bean
  TestNoticeCalls testNoticeCalls(
      Intake intake,
      Messengers messengers,
      InstantSource clock,
      SecureRandom random,
      ReportSettings settings) {
    return new TestNoticeCalls(intake, messengers, clock, random, settings);
  }

  /// Media of messengers, one at a time, and tables of flaggers.
  @Bean
  UploadPaths sentFiles() {
    return new UploadPaths(Pattern.compile("/api/v1/evidence|/flagger/table"));
  }

  @Bean
  HomePanel noticesPanel(NoticeStore notices, InstantSource clock) {
    return new NoticesPanel(notices, clock);
  }

  @Bean
  NavigationEntry reportersEntry() {
    return new NavigationEntry(
        Section.PARTNERS, 20, "report.reporters.title", "/reporters", Permission.REPORTERS_READ);
  }

  @Bean
  NavigationEntry flaggersEntry() {
    return new NavigationEntry(
        Section.PARTNERS, 10, "report.flaggers.title", "/flaggers", Permission.FLAGGERS_READ);
  }

  @Bean
  NavigationEntry portalEntry() {
    return new NavigationEntry(
        Section.PARTNERS, 30, "report.portal.title", "/flagger", Permission.FLAG);
  }

  @Bean
  Waiting flaggersToVerify(FlaggerRegister register) {
    return new Waiting(
        45,
        Permission.FLAGGERS_WRITE,
        "report.waiting.flaggers",
        "/flaggers",
        "/flaggers",
        Viewer.counting(register::verifiable));
  }
}
