package org.vigie.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/// Checks pages by axe-core.
///
/// The script is put into a page once, and only its findings leave the browser: most results are of
/// rules that hold. No page has a frame, which would need the script
/// in each; one that gets some is refused.
final class Accessibility {
  private static final String SCRIPT = "() => {" + AxeBuilder.getAxeScript() + "}";

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /// Films are loaded ahead for the rule about sound. Style sheets are not: the one rule that reads
  /// them, about orientation, is experimental and has none of these tags only.
  private static final String FIND = """
      async (tags) => {
        const found = await axe.run(document, {
          runOnly: { type: "tag", values: tags },
          resultTypes: ["violations"],
          preload: { assets: ["media"] },
        });
        if (found.passes.length === 0) {
          throw new Error("no rule was applied");
        }
        const tell = (node) => node.html + " " + node.failureSummary;
        return found.violations.map(
          (rule) => [rule.id + ": " + rule.help, ...rule.nodes.map(tell)].join("\\n"));
      }""";

  private Accessibility() {}

  /// Returns the findings on a page as it is now.
  static List<String> violations(Page page) {
    if (page.frames().size() > 1) {
      throw new AssertionError("its frames would not be checked: " + page.url());
    }
    if (!(boolean) page.evaluate("'axe' in window")) {
      page.evaluate(SCRIPT);
    }
    return ((List<?>) page.evaluate(FIND, RULES)).stream().map(String::valueOf).toList();
  }
}
