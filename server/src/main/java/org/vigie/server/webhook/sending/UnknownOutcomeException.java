package org.vigie.server.webhook.sending;

import java.io.IOException;

/// The outcome of a delivery is unknown, so the action is asked for again. Leads see the name
/// of the class.
abstract sealed class UnknownOutcomeException extends IOException {
  private static final long serialVersionUID = 1L;

  UnknownOutcomeException(String message) {
    super(message);
  }

  /// The receiver was not reached, did not answer in time, or not in HTTP.
  static final class NoAnswer extends UnknownOutcomeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(Exception cause) {
      super("the receiver of the webhook does not answer");
      initCause(cause);
    }
  }

  /// The receiver failed, redirected, or did not accept the delivery as ours.
  static final class NotAccepted extends UnknownOutcomeException {
    private static final long serialVersionUID = 1L;

    NotAccepted() {
      super("the receiver of the webhook does not accept the delivery");
    }
  }

  /// The receiver has the action, and has not carried it out yet.
  static final class NotYetDone extends UnknownOutcomeException {
    private static final long serialVersionUID = 1L;

    NotYetDone() {
      super("the receiver of the webhook has not carried the action out yet");
    }
  }

  /// The receiver answered otherwise than the form of webhooks says.
  static final class MalformedAnswer extends UnknownOutcomeException {
    private static final long serialVersionUID = 1L;

    MalformedAnswer() {
      super("the receiver of the webhook does not answer as specified");
    }
  }
}
