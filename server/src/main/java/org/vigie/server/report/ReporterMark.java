package org.vigie.server.report;

import java.util.HexFormat;
import java.util.Optional;
import org.vigie.connector.MessengerId;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Sha256;

/// A pseudonym by which a reporter who sends again is recognised.
///
/// @param value SHA-256, 64 lowercase hex digits
public record ReporterMark(String value) {
  /// Returns the mark of a sender; empty if the sender gave no name. Equal names of reporters in
  /// two messengers are two reporters. A reporter in [MessengerId#MAIN] has the mark from before
  /// messengers had names.
  ///
  /// @param about the messenger of the reported content
  public static Optional<ReporterMark> of(Origin origin, MessengerId about) {
    return switch (origin) {
      case Origin.Form form ->
        form.contact().map(contact -> digest("email", new EmailAddress(contact.email()).value()));
      case Origin.Messenger messenger ->
        messenger
            .reporter()
            .map(reporter -> digest(kind(about), messenger.key().value() + " " + reporter));
      case Origin.Flagger flagger ->
        Optional.of(digest("organisation", flagger.organisation().value().toString()));
    };
  }

  private static String kind(MessengerId about) {
    return about.equals(MessengerId.MAIN) ? "messenger" : "messenger " + about;
  }

  private static ReporterMark digest(String kind, String text) {
    return new ReporterMark(HexFormat.of().formatHex(Sha256.of("reporter " + kind + ":" + text)));
  }
}
