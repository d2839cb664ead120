package org.vigie.e2e;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.deciding.Desk;

/// A reported message with the conversation around it, whose case the invented person holds.
final class MessageCase {
  private MessageCase() {}

  /// Reports the message as phishing and claims its case; returns the address of its page.
  static String in(String account) {
    RunningVigie vigie = RunningVigie.instance();
    Claim claim = InventedReports.claim(
        Ground.RULES,
        "phishing",
        "It asks for my card, and the address is not that of the parcel service.",
        InventedReports.content(Optional.of("r-2"), Optional.of(account), Optional.of("m-2")));
    byte[] snapshot = snapshot(account).getBytes(StandardCharsets.UTF_8);
    NewAttachment attachment = new NewAttachment(
        EvidenceKind.SNAPSHOT, Snapshot.MEDIA_TYPE, () -> new ByteArrayInputStream(snapshot));
    CaseId id = new InventedReports(vigie.context()).open(account, claim, List.of(attachment));
    vigie.context().getBean(Desk.class).claim(vigie.world().person(), id);
    return "/review/cases/" + id.value();
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
}
