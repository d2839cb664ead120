package org.vigie.server.report;

import java.util.Optional;
import org.vigie.connector.Subject;

/// Reported content: by the messenger's references, by a link that people can open, or by both.
///
/// @param subject without references where only the link is known
/// @param address a link to a public message, room or profile
public record ReportedContent(Subject subject, Optional<String> address) {
  public ReportedContent {
    if (subject.account().or(subject::room).or(subject::message).isEmpty() && address.isEmpty()) {
      throw new IllegalArgumentException("reported content has a reference or a link");
    }
  }

  @Override
  public String toString() {
    return "ReportedContent[" + subject + "]";
  }
}
