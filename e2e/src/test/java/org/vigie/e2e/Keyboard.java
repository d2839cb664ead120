package org.vigie.e2e;

import com.microsoft.playwright.Page;

/// Somebody who uses a page without a mouse: goes from part to part with the Tab key.
record Keyboard(Page page) {
  private static final int MOST_STEPS = 250;
  private static final String IS_HERE =
      "selector => document.activeElement !== null && document.activeElement.matches(selector)";

  /// Goes on with the Tab key, around the page once at most, until a part has the focus.
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

  /// Goes to a field, and writes into it what shall stand there alone.
  void write(String selector, String text) {
    reach(selector);
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
  }

  /// Goes to a list of choices, and takes the one that begins with a text.
  void choose(String selector, String value) {
    reach(selector);
    String text = (String) page.evaluate(
        "([list, value]) => document.querySelector(list + ` option[value='${value}']`).label",
        new Object[] {selector, value});
    page.keyboard().type(text);
  }
}
