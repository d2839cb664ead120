package org.vigie.e2e;

import com.microsoft.playwright.Page;

/// Uses a page without a mouse: moves from part to part with the Tab key.
record Keyboard(Page page) {
  private static final int MOST_STEPS = 250;
  private static final String IS_HERE =
      "selector => document.activeElement !== null && document.activeElement.matches(selector)";

  /// Presses the Tab key until a part has the focus, around the page once at most.
  Keyboard reach(String selector) {
    for (int step = 0; step < MOST_STEPS; step++) {
      if ((boolean) page.evaluate(IS_HERE, selector)) {
        return this;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key does not reach " + selector + " on " + page.url());
  }

  /// Goes to a part and presses a key there.
  void press(String selector, String key) {
    reach(selector);
    page.keyboard().press(key);
  }

  /// Presses a key that decides a case, once the case has been there for long enough to take it.
  void decide(String key) {
    page.locator("form[data-keep][data-ready]").waitFor();
    page.keyboard().press(key);
  }

  /// Moves to a field, and replaces its text.
  void write(String selector, String text) {
    reach(selector);
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
  }

  /// Moves to a list of choices, and takes the first that begins with a text.
  void choose(String selector, String value) {
    reach(selector);
    String text = (String) page.evaluate(
        "([list, value]) => document.querySelector(list + ` option[value='${value}']`).label",
        new Object[] {selector, value});
    page.keyboard().type(text);
  }
}
