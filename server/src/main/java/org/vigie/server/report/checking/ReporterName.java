package org.vigie.server.report.checking;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// A messenger's name for a reporter.
final class ReporterName {
  /// A part before an at sign, also if a form has encoded it, and a host behind. Names such as
  /// `@name:host.example` have nothing before.
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._+-]+(@|%40)[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  private ReporterName() {}

  /// Returns whether it contains an e-mail address in any form: alone, with a name beside it, or
  /// with wide letters.
  static boolean looksLikeEmail(String name) {
    return EMAIL.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).find();
  }
}
