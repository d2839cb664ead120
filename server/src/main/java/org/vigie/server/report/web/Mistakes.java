package org.vigie.server.report.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.report.Detail;
import org.vigie.server.report.checking.Defect;
import org.vigie.server.report.checking.MalformedNoticeException;

/// The defects of a notice in people's words, beside the fields of the form.
final class Mistakes {
  private static final Set<String> OF_PLACE =
      Set.of("link", "account", "room", "message", "category", "ground", "messenger", "surface");

  /// The fields of the second step that are chosen, not typed.
  private static final Set<String> CHOSEN = Set.of("category", "ground", "messenger", "surface");

  private Mistakes() {}

  /// Returns the errors of a form: one for each of its fields, in their order.
  static FormErrors errors(Frame frame, List<MalformedNoticeException> mistakes) {
    return errors(mistakes, mistake -> sentence(frame, mistake));
  }

  /// Returns the same for the second step, which names the fields of the last one: they are not on
  /// its page.
  static FormErrors errorsAtPlace(Frame frame, List<MalformedNoticeException> mistakes) {
    return errors(
        mistakes,
        mistake -> isAboutPlace(mistake)
            ? sentence(frame, mistake)
            : named(frame, frame.text("report.field." + lastOf(mistake.field())), mistake));
  }

  private static FormErrors errors(
      List<MalformedNoticeException> mistakes,
      Function<MalformedNoticeException, String> sentence) {
    FormErrors errors = FormErrors.NONE;
    for (MalformedNoticeException mistake : mistakes) {
      String field = field(mistake);
      if (!errors.has(field)) {
        errors = errors.with(field, sentence.apply(mistake));
      }
    }
    return errors;
  }

  /// Returns the defect behind the name of its field.
  static String named(Frame frame, String label, MalformedNoticeException mistake) {
    String sentence = sentence(frame, mistake);
    Locale language = frame.texts().language().locale();
    return label
        + frame.text("frame.errors.colon")
        + sentence.substring(0, 1).toLowerCase(language)
        + sentence.substring(1);
  }

  /// Returns the defect, without the name of its field.
  static String sentence(Frame frame, MalformedNoticeException mistake) {
    String key = mistake.defect() == Defect.MISSING && CHOSEN.contains(mistake.field())
        ? "report.defect.not-chosen"
        : "report.defect." + mistake.defect().word();
    return mistake
        .excess()
        .map(by ->
            frame.text(key, frame.texts().number(by.length()), frame.texts().number(by.longest())))
        .orElseGet(() -> frame.text(key));
  }

  /// Returns whether the wrong field is in the second step.
  static boolean isAboutPlace(MalformedNoticeException mistake) {
    return OF_PLACE.contains(field(mistake));
  }

  /// Returns the field of the form for one of the call: `link` for `reported[0].address`.
  private static String field(MalformedNoticeException mistake) {
    // the link is sound, but the surface does not fit it
    return mistake.defect() == Defect.MEMBERS_ONLY ? "surface" : lastOf(mistake.field());
  }

  private static String lastOf(String field) {
    String last = field.replaceAll(".*\\.", "").replaceAll("\\[.*", "");
    return switch (last) {
      case "address", "reported", "link" -> "link";
      case "account",
          "room",
          "message",
          "category",
          "ground",
          "messenger",
          "surface",
          "reference",
          "explanation",
          "name",
          "email",
          "good_faith",
          "attachments" -> last;
      // not a field of the form, so only other programs send too much there
      default -> Detail.find(last).map(Detail::word).orElse("explanation");
    };
  }
}
