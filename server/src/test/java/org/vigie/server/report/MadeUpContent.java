package org.vigie.server.report;

import java.util.Optional;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.messenger.MadeUpSubjects;

/// Reported content for tests, in the only messenger.
public final class MadeUpContent {
  private MadeUpContent() {}

  /// Returns an account on a public surface.
  public static ReportedContent account(String account) {
    return of(Surface.PUBLIC, Optional.empty(), Optional.of(account), Optional.empty());
  }

  /// Returns a message of a room.
  public static ReportedContent message(Surface surface, String room, String message) {
    return of(surface, Optional.of(room), Optional.empty(), Optional.of(message));
  }

  /// Returns content without a link.
  public static ReportedContent of(
      Surface surface, Optional<String> room, Optional<String> account, Optional<String> message) {
    Subject subject = new Subject(
        MadeUpSubjects.MAIN,
        surface,
        room.map(Reference::new),
        account.map(Reference::new),
        message.map(Reference::new));
    return new ReportedContent(subject, Optional.empty());
  }
}
