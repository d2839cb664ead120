package org.vigie.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.access.Caller;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import org.vigie.server.review.CaseId;
import org.vigie.testkit.Eventually;

/// Sends invented reports about public content, and finds the cases that they open.
record InventedReports(ApplicationContext context) {
  /// Returns public content of the only messenger.
  static Subject content(
      Optional<String> room, Optional<String> account, Optional<String> message) {
    return new Subject(
        new MessengerId("main"),
        Surface.PUBLIC,
        room.map(Reference::new),
        account.map(Reference::new),
        message.map(Reference::new));
  }

  static Claim claim(Ground ground, String category, String explanation, Subject about) {
    return new Claim(
        ground,
        new CategoryKey(category),
        explanation,
        List.of(new ReportedContent(about, Optional.empty())),
        about.messenger(),
        about.surface(),
        true,
        Language.EN);
  }

  Receipt send(Caller by, Origin origin, Claim claim, List<NewAttachment> files) {
    try {
      IntakeOutcome outcome = context
          .getBean(Intake.class)
          .receive(new NewNotice(by, Optional.empty(), origin, claim, files));
      return ((IntakeOutcome.Received) outcome).receipt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reports an account by the public form, and returns the case about it.
  CaseId open(String account, Claim claim, List<NewAttachment> files) {
    send(new Caller.Local(), new Origin.Form(Optional.empty()), claim, files);
    return Eventually.found(() -> context
        .getBean(JdbcClient.class)
        .sql("select case_id from review.review_case where account = :account")
        .param("account", account)
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .optional());
  }
}
