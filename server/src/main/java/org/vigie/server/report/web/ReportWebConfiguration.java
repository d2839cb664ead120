package org.vigie.server.report.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.Origins;
import org.vigie.server.access.People;
import org.vigie.server.frame.BodyAllowance;
import org.vigie.server.frame.UploadPaths;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.FlaggerDesk;
import org.vigie.server.report.Flaggers;
import org.vigie.server.report.FormPasses;
import org.vigie.server.report.FormThrottle;
import org.vigie.server.report.Intake;
import org.vigie.server.report.ReportSecret;
import org.vigie.server.report.ReportSettings;
import org.vigie.server.report.SupportServices;
import org.vigie.server.report.UploadQuotas;
import org.vigie.server.report.store.ThrottleStore;

/// Wires the form.
@Configuration(proxyBeanMethods = false)
class ReportWebConfiguration {
  private static final long TEXTS = 1L << 20;
  private static final Duration DEADLINE = Duration.ofMinutes(3);

  @Bean
  FormPasses formPasses(ReportSecret secret, InstantSource clock) {
    return new FormPasses(secret, clock);
  }

  @Bean
  FormThrottle formThrottle(JdbcClient jdbc, ReportSecret secret, InstantSource clock) {
    return new FormThrottle(new ThrottleStore(jdbc), secret, clock);
  }

  @Bean
  FormGate formGate(
      FormPasses passes, FormThrottle throttle, UploadQuotas quotas, ReportSettings settings) {
    return new FormGate(passes, throttle, quotas, settings, System::nanoTime);
  }

  @Bean
  FormPages formPages(Policies policies, FormPasses passes, ReportSettings settings) {
    return new FormPages(policies, passes, SupportServices.load(), settings.keepUnseen());
  }

  @Bean
  FlaggerCaller flaggerCaller(People people, Flaggers flaggers) {
    return new FlaggerCaller(people, flaggers);
  }

  @Bean
  FlaggerBatch flaggerBatch(Intake intake) {
    return new FlaggerBatch(intake);
  }

  @Bean
  FlaggersPages flaggersPages(
      Flaggers flaggers, People people, Policies policies, Origins origins) {
    return new FlaggersPages(flaggers, people, policies, origins);
  }

  @Bean
  PortalPages portalPages(FlaggerDesk desk, Policies policies, People people) {
    return new PortalPages(desk, policies, people);
  }

  /// All files of a form, of everybody or of a flagger, and as much text and more as its fields
  /// may hold.
  @Bean
  BodyAllowance formBody(ReportSettings settings) {
    long files = settings.maxAttachment().toBytes() * (SentFiles.MOST + 1);
    return new BodyAllowance(
        Pattern.compile("/report/notices|/flagger/notices"), files + TEXTS, DEADLINE);
  }

  @Bean
  TestNoticeCalls testNoticeCalls(
      Intake intake, InstantSource clock, SecureRandom random, ReportSettings settings) {
    return new TestNoticeCalls(intake, clock, random, settings);
  }

  /// Media of messengers, one at a time, and tables of flaggers.
  @Bean
  UploadPaths sentFiles() {
    return new UploadPaths(Pattern.compile("/api/v1/evidence|/flagger/table"));
  }
}
