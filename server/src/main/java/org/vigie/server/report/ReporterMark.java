package org.vigie.server.report;

import java.util.HexFormat;
import java.util.Optional;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Sha256;

/// By what a reporter is recognised who sends again, without saying who it is.
///
/// @param value SHA-256, 64 lowercase hex digits
public record ReporterMark(String value) {
  /// Returns the mark of whoever sends from there; empty for those who say nothing of
  /// themselves.
  public static Optional<ReporterMark> of(Origin origin) {
    return switch (origin) {
      case Origin.Form form ->
        form.contact().map(contact -> digest("email", new EmailAddress(contact.email()).value()));
      case Origin.Messenger messenger ->
        messenger
            .reporter()
            .map(reporter -> digest("messenger", messenger.key().value() + " " + reporter));
      case Origin.Flagger flagger ->
        Optional.of(digest("organisation", flagger.organisation().value().toString()));
    };
  }

  private static ReporterMark digest(String kind, String text) {
    return new ReporterMark(HexFormat.of().formatHex(Sha256.of("reporter " + kind + ":" + text)));
  }
}
