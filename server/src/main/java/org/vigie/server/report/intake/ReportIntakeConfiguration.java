package org.vigie.server.report.intake;

import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.CategoriesInUse;
import org.vigie.server.report.answering.ReceiptCodes;
import org.vigie.server.report.answering.ReporterMails;
import org.vigie.server.report.attachments.AttachmentVault;
import org.vigie.server.report.attachments.UploadQuotas;
import org.vigie.server.report.checking.ClaimCheck;
import org.vigie.server.report.reporters.MisuseRegister;
import org.vigie.server.report.store.NoticeStore;

/// Wires the intake of notices.
@Configuration(proxyBeanMethods = false)
class ReportIntakeConfiguration {
  @Bean
  CategoriesInUse categoriesOfNotices(NoticeStore store) {
    return store::categoriesOfOpen;
  }

  @Bean
  NoticeArchive noticeArchive(
      NoticeStore store,
      ReceiptCodes codes,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      ReporterMails mails,
      InstantSource clock) {
    return new NoticeArchive(store, codes, transactions, events, mails, clock);
  }

  @Bean
  Intake intake(
      ClaimCheck check,
      MisuseRegister misuse,
      AttachmentVault attachments,
      NoticeArchive archive,
      UploadQuotas quotas) {
    return new NoticeIntake(check, misuse, attachments, archive, quotas);
  }

  @Bean
  ProblemType noNoticeTaken() {
    return ReportProblems.NO_NOTICE_TAKEN;
  }

  @Bean
  ProblemType storageQuota() {
    return ReportProblems.STORAGE_QUOTA;
  }

  @Bean
  ProblemType notAFlagger() {
    return ReportProblems.NOT_A_FLAGGER;
  }

  @Bean
  ProblemType reporterSuspended() {
    return ReportProblems.REPORTER_SUSPENDED;
  }
}
