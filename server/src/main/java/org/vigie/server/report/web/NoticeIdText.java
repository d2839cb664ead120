package org.vigie.server.report.web;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vigie.server.report.NoticeId;

/// The identifier of a notice in an address.
final class NoticeIdText {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private NoticeIdText() {}

  static Optional<NoticeId> read(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new NoticeId(UUID.fromString(text)))
        : Optional.empty();
  }
}
