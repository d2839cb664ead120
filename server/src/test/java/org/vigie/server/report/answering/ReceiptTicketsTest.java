package org.vigie.server.report.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.settings.ReportSecret;

/// Tickets that open a receipt for ten minutes.
final class ReceiptTicketsTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final NoticeId NOTICE =
      new NoticeId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
  private static final NoticeId OTHER =
      new NoticeId(UUID.fromString("00000000-0000-4000-8000-000000000002"));

  private static ReceiptTickets tickets(int key, Duration later) {
    byte[] secret = {(byte) key, 2, 3, 4};
    return new ReceiptTickets(
        new ReportSecret(() -> new SecretKeySpec(secret, "HmacSHA256")),
        InstantSource.fixed(NOW.plus(later)));
  }

  @Test
  void ticket_opensItsReceipt_forTenMinutes() {
    String ticket = tickets(1, Duration.ZERO).of(NOTICE);

    assertThat(tickets(1, Duration.ofSeconds(599)).read(ticket)).contains(NOTICE);
    assertThat(tickets(1, Duration.ofMinutes(10)).read(ticket)).isEmpty();
  }

  @Test
  void ticket_thatWasChangedOrMadeElsewhere_opensNothing() {
    ReceiptTickets tickets = tickets(1, Duration.ZERO);
    String ticket = tickets.of(NOTICE);

    assertThat(
            tickets.read(ticket.replace(NOTICE.value().toString(), OTHER.value().toString())))
        .isEmpty();
    assertThat(tickets.read(tickets(2, Duration.ZERO).of(NOTICE))).isEmpty();
    assertThat(tickets.read(ticket + " ")).isEmpty();
    assertThat(tickets.read("")).isEmpty();
  }
}
