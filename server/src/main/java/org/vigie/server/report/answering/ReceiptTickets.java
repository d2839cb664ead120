package org.vigie.server.report.answering;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.settings.ReportSecret;

/// Makes and reads the tickets that open a receipt for ten minutes, so that the code itself never
/// stands in an address that the history of a browser keeps.
///
/// Form: the identifier of the notice, the second at which the ticket ends, and the first 128 bits
/// of their HMAC-SHA256 under a secret of the installation, separated by dots. Threads: any.
///
/// @param clock decides when a ticket has ended
public record ReceiptTickets(ReportSecret secret, InstantSource clock) {
  private static final Duration VALID = Duration.ofMinutes(10);
  private static final int MAC_BYTES = 16;
  private static final Pattern FORM = Pattern.compile(
      "(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{10}))\\.([0-9a-f]{32})");

  /// Makes a ticket for the receipt of a notice.
  public String of(NoticeId notice) {
    String signed = notice.value() + "." + clock.instant().plus(VALID).getEpochSecond();
    return signed + "." + HexFormat.of().formatHex(mac(signed));
  }

  /// Returns the notice whose receipt a ticket opens; empty if the ticket was not made here, or has
  /// ended.
  public Optional<NoticeId> read(String text) {
    Matcher ticket = FORM.matcher(text);
    return ticket.matches()
            && MessageDigest.isEqual(HexFormat.of().parseHex(ticket.group(4)), mac(ticket.group(1)))
            && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(ticket.group(3))))
        ? Optional.of(new NoticeId(UUID.fromString(ticket.group(2))))
        : Optional.empty();
  }

  private byte[] mac(String signed) {
    return Arrays.copyOf(secret.mac("receipt ticket", signed), MAC_BYTES);
  }
}
