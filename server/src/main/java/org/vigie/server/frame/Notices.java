package org.vigie.server.frame;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Sentences that the next page shows about what was just done.
public final class Notices {
  static final String ATTRIBUTE = "notice";

  private Notices() {}

  /// Lets the page after the redirect show a sentence.
  public static void tell(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute(ATTRIBUTE, sentence);
  }
}
