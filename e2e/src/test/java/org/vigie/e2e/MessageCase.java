package org.vigie.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.deciding.Desk;
import org.vigie.testkit.Eventually;

/// A reported message with the conversation around it, whose case the invented person holds.
final class MessageCase {
  private MessageCase() {}

  /// Reports the message as phishing and claims its case; returns the address of its page.
  static String in(String account) {
    RunningVigie vigie = RunningVigie.instance();
    report(vigie.context(), account);
    long id = Eventually.found(() -> vigie
        .context()
        .getBean(JdbcClient.class)
        .sql("select case_id from review.review_case where account = :account")
        .param("account", account)
        .query(Long.class)
        .optional());
    vigie.context().getBean(Desk.class).claim(vigie.world().person(), new CaseId(id));
    return "/review/cases/" + id;
  }

  private static String snapshot(String account) {
    return """
        {"version": 1, "taken_at": "2026-11-22T10:00:00Z", "surface": "public",
         "before": [{"reference": "m-1", "account": "eva", "sent_at": "2026-11-22T09:57:00Z",
                     "text": "Does anybody know this parcel service?"}],
         "message": {"reference": "m-2", "account": "%1$s", "sent_at": "2026-11-22T09:58:30Z",
                     "text": "Your parcel waits. Confirm your card at https://parcel.example/pay"},
         "after": [{"reference": "m-3", "account": "eva", "sent_at": "2026-11-22T09:59:00Z",
                    "text": "That looks strange to me."}],
         "account": {"reference": "%1$s", "name": "Parcel desk",
                     "created_at": "2026-11-21T08:00:00Z"},
         "room": {"reference": "r-2", "name": "Market", "members": 812}}""".formatted(account);
  }

  private static void report(ApplicationContext context, String account) {
    Subject subject = new Subject(
        new MessengerId("main"),
        Surface.PUBLIC,
        Optional.of(new Reference("r-2")),
        Optional.of(new Reference(account)),
        Optional.of(new Reference("m-2")));
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey("phishing"),
        "It asks for my card, and the address is not that of the parcel service.",
        List.of(new ReportedContent(subject, Optional.empty())),
        subject.messenger(),
        Surface.PUBLIC,
        true,
        Language.EN);
    byte[] snapshot = snapshot(account).getBytes(StandardCharsets.UTF_8);
    NewAttachment attachment = new NewAttachment(
        EvidenceKind.SNAPSHOT, Snapshot.MEDIA_TYPE, () -> new ByteArrayInputStream(snapshot));
    try {
      context
          .getBean(Intake.class)
          .receive(new NewNotice(
              new Caller.Local(),
              Optional.empty(),
              new Origin.Form(Optional.empty()),
              claim,
              List.of(attachment)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
