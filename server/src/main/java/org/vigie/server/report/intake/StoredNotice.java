package org.vigie.server.report.intake;

import java.util.List;
import java.util.Optional;
import org.vigie.connector.IdempotencyKey;
import org.vigie.fingerprint.Digest;
import org.vigie.server.access.Caller;
import org.vigie.server.report.Notice;
import org.vigie.server.report.answering.ReceiptCode;
import org.vigie.server.report.attachments.SealedAttachment;

/// A notice as it is about to be stored.
///
/// @param notice as other modules read it
/// @param request digest of all that was sent
public record StoredNotice(
    Notice notice,
    Caller caller,
    Optional<IdempotencyKey> key,
    Digest request,
    ReceiptCode code,
    List<SealedAttachment> attachments) {
  public StoredNotice {
    attachments = List.copyOf(attachments);
  }
}
