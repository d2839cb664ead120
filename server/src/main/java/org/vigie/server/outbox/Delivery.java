package org.vigie.server.outbox;

import java.time.Duration;

/// How one attempt to deliver an effect ended.
public sealed interface Delivery {
  /// The receiver has it.
  ///
  /// @param answer of the receiver, in a form that the handler chooses; not stored here
  record Delivered(String answer) implements Delivery {
    public Delivered() {
      this("");
    }
  }

  /// It may succeed later.
  ///
  /// @param reason a stable word for logs and operators, such as `MailSendException`; no content
  record Failed(String reason) implements Delivery {}

  /// The receiver did nothing, and wants no delivery of this kind for a while. Not counted as an
  /// attempt.
  record Deferred(Duration time) implements Delivery {}

  /// It will never succeed, so it becomes a dead letter at once.
  ///
  /// @param reason a stable word for logs and operators; no content
  record Refused(String reason) implements Delivery {}
}
