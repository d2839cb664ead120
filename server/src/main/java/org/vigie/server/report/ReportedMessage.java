package org.vigie.server.report;

import java.util.Optional;

/// The place of reported content: identifiers of the messenger, or an address.
///
/// @param address a link for people: to to a public message, room or profile
public record ReportedMessage(
    Optional<String> account,
    Optional<String> room,
    Optional<String> message,
    Optional<String> address) {
  public ReportedMessage {
    if (account.or(() -> room).or(() -> message).or(() -> address).isEmpty()) {
      throw new IllegalArgumentException("what is reported has at least one identifier");
    }
  }

  @Override
  public String toString() {
    return "ReportedMessage[…]";
  }
}
