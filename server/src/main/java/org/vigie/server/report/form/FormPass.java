package org.vigie.server.report.form;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vigie.server.access.Sha256;
import org.vigie.server.report.settings.ReportSecret;

/// The pass of a form, in place of a session: a signed number that is used once.
///
/// It is the idempotency key of the notice, so sending the form twice makes one notice, and the
/// challenge of the proof of work: a nonce of at most 16 letters and digits such that the
/// SHA-256 of the pass, a colon and the nonce begins with [#WORK_BITS] zero bits. Text form: a
/// UUID, the second in which it was made, and 32 hex digits of an HMAC over both, with dots
/// between.
///
/// @param text as in the form
public record FormPass(String text) {
  /// About sixteen thousand digests: a second or so in a browser.
  public static final int WORK_BITS = 14;

  private static final Duration VALID = Duration.ofHours(6);
  private static final int MAC_BYTES = 16;
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f-]{36})\\.([0-9]{10})\\.[0-9a-f]{32}");
  private static final Pattern NONCE = Pattern.compile("[0-9A-Za-z]{1,16}");

  /// Makes a pass.
  public static FormPass make(ReportSecret secret, Instant now) {
    String signed = UUID.randomUUID() + "." + now.getEpochSecond();
    return new FormPass(signed + "." + mac(secret, signed));
  }

  /// Returns the pass in a form; empty if it was not made here, or too long ago.
  public static Optional<FormPass> read(ReportSecret secret, String text, Instant now) {
    return Optional.of(text)
        .filter(sent -> FORM.matcher(sent).matches())
        .filter(sent -> isSigned(secret, sent))
        .filter(sent -> isFresh(sent, now))
        .map(FormPass::new);
  }

  private static boolean isSigned(ReportSecret secret, String text) {
    int end = text.lastIndexOf('.');
    return MessageDigest.isEqual(
        bytes(text.substring(end + 1)), bytes(mac(secret, text.substring(0, end))));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static boolean isFresh(String text, Instant now) {
    Instant made = Instant.ofEpochSecond(Long.parseLong(text.split("\\.", -1)[1]));
    return !made.isAfter(now.plus(Duration.ofMinutes(1))) && made.plus(VALID).isAfter(now);
  }

  private static String mac(ReportSecret secret, String signed) {
    return HexFormat.of().formatHex(secret.mac("form", signed), 0, MAC_BYTES);
  }

  /// Returns whether a nonce proves work on this pass.
  public boolean isProvenBy(String nonce) {
    if (!NONCE.matcher(nonce).matches()) {
      return false;
    }
    byte[] digest = Sha256.of(text + ":" + nonce);
    int head = Byte.toUnsignedInt(digest[0]) << Byte.SIZE | Byte.toUnsignedInt(digest[1]);
    return head >>> (2 * Byte.SIZE - WORK_BITS) == 0;
  }
}
