package org.vigie.server.frame;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Sentences about an act that was just done, which the next page shows.
public final class FlashMessages {
  public static final String ATTRIBUTE = "notice";

  private FlashMessages() {}

  /// Shows a sentence on the page after the redirect.
  public static void add(RedirectAttributes redirect, String sentence) {
    redirect.addFlashAttribute(ATTRIBUTE, sentence);
  }
}
