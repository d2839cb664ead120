package org.vigie.server.outbox;

/// How one attempt to deliver an effect ended.
public sealed interface Delivery {
  /// The receiver has it.
  record Delivered() implements Delivery {}

  /// It may succeed later.
  ///
  /// @param reason a stable word for logs and operators, such as `MailSendException`; no content
  record Failed(String reason) implements Delivery {}

  /// It will never succeed, so it becomes a dead letter at once.
  ///
  /// @param reason a stable word for logs and operators; no content
  record Refused(String reason) implements Delivery {}
}
