package org.vigie.server.report.web;

import java.util.Set;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.report.MalformedNoticeException;

/// What is wrong with a notice, for people: beside the field of the form.
final class Mistakes {
  private static final Set<String> OF_PLACE =
      Set.of("link", "account", "room", "message", "category");

  private Mistakes() {}

  static FormErrors errors(Frame frame, MalformedNoticeException mistake) {
    String field = field(mistake);
    String label = frame.text("report.field." + field);
    return FormErrors.NONE.with(
        field, frame.text("report.defect." + mistake.defect().word(), label));
  }

  /// Returns whether the second step asks for what is wrong.
  static boolean isAboutPlace(MalformedNoticeException mistake) {
    return OF_PLACE.contains(field(mistake));
  }

  /// Returns the field of the form for one of the call: `link` for `reported[0].address`.
  private static String field(MalformedNoticeException mistake) {
    String last = mistake.field().replaceAll(".*\\.", "").replaceAll("\\[.*", "");
    return switch (last) {
      case "address", "reported" -> "link";
      case "account",
          "room",
          "message",
          "category",
          "explanation",
          "name",
          "email",
          "good_faith",
          "attachments" -> last;
      // a field that the form has not, so only somebody without it sends too much there
      default -> "explanation";
    };
  }
}
