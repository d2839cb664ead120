package org.vigie.server.report.answering;

import org.vigie.server.access.Base32;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.settings.ReportSecret;

/// Makes the codes of receipts.
///
/// A code is the first 100 bits of HMAC-SHA256 over the identifier of its notice, under a secret
/// of the installation. So a notice that is sent again under its idempotency key is answered
/// with the code of before, and yet the database holds no code, only its digest. Threads: any.
public final class ReceiptCodes {
  private static final int LETTERS = 20;

  private final ReportSecret secret;

  ReceiptCodes(ReportSecret secret) {
    this.secret = secret;
  }

  /// Returns the code of a notice, always the same.
  public ReceiptCode of(NoticeId notice) {
    byte[] mac = secret.mac("receipt", notice.value().toString());
    return ReceiptCode.typed(Base32.encode(mac).substring(0, LETTERS)).orElseThrow();
  }
}
