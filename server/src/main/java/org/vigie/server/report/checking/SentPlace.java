package org.vigie.server.report.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.report.ReportedContent;

/// A place of reported content as it was sent, before it is checked.
///
/// @param account as the messenger names it, as `room` and `message`
/// @param address a link
public record SentPlace(
    Optional<String> account,
    Optional<String> room,
    Optional<String> message,
    Optional<String> address) {
  /// Returns whether nothing says where it is.
  public boolean isEmpty() {
    return account.or(() -> room).or(() -> message).or(() -> address).isEmpty();
  }

  /// Reads the references; the link is checked with the notice.
  ///
  /// @param field of the place in the JSON of the call: `reported[0]`
  /// @throws MalformedNoticeException naming the first reference that is none
  public ReportedContent in(String field, MessengerId messenger, Surface surface) {
    Subject subject = new Subject(
        messenger,
        surface,
        reference(field + ".room", room),
        reference(field + ".account", account),
        reference(field + ".message", message));
    return new ReportedContent(subject, address);
  }

  /// Returns everything that is wrong with it, in the order of its fields: Art. 16(2)(b).
  public List<MalformedNoticeException> mistakes(String field, Surface surface) {
    List<MalformedNoticeException> all = new ArrayList<>();
    ClaimCheck.collect(all, () -> reference(field + ".account", account));
    ClaimCheck.collect(all, () -> reference(field + ".room", room));
    ClaimCheck.collect(all, () -> reference(field + ".message", message));
    ClaimCheck.collect(all, () -> Links.check(field + ".address", address, surface));
    return List.copyOf(all);
  }

  private static Optional<Reference> reference(String field, Optional<String> said) {
    said.ifPresent(text -> NoticeText.checkLine(field, text, Reference.MOST_CHARACTERS));
    return said.map(Reference::new);
  }
}
