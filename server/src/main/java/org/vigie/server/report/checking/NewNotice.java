package org.vigie.server.report.checking;

import java.util.List;
import java.util.Optional;
import org.vigie.connector.IdempotencyKey;
import org.vigie.server.access.Caller;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Origin;

/// A notice as it is sent.
///
/// @param key the idempotency key under which the caller may repeat it
public record NewNotice(
    Caller caller,
    Optional<IdempotencyKey> key,
    Origin origin,
    Claim claim,
    List<NewAttachment> attachments) {
  public NewNotice {
    attachments = List.copyOf(attachments);
  }
}
