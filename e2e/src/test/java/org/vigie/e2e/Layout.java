package org.vigie.e2e;

import com.microsoft.playwright.Page;
import java.util.List;

/// Finds faults of layout in a page as it is drawn: parts that stick out, columns that are cut off,
/// and focus rings that a part around them clips. Asks the browser once.
final class Layout {
  /// A ring is drawn 2 pixels outside its element, and is 3 pixels wide; half a pixel is rounding.
  private static final String FAULTS = """
      () => {
        const ring = 4.5, faults = [];
        const name = part => part.tagName.toLowerCase() + (part.id ? '#' + part.id : '')
            + [...part.classList].map(c => '.' + c).join('') + ' "'
            + (part.textContent ?? '').trim().slice(0, 30) + '"';
        const wide = document.documentElement;
        if (wide.scrollWidth > wide.clientWidth) {
          faults.push('the page scrolls sideways by ' + (wide.scrollWidth - wide.clientWidth));
        }
        for (const table of document.querySelectorAll('.table')) {
          if (table.scrollWidth > table.clientWidth + 1) {
            faults.push('columns are cut off: ' + table.getAttribute('aria-label') + ' by '
                + (table.scrollWidth - table.clientWidth));
          }
        }
        const clips = style => style !== 'visible';
        for (const part of document.querySelectorAll(
            'main :is(a[href], button, input, select, textarea, summary, [tabindex="0"])')) {
          const box = part.getBoundingClientRect();
          if (!part.checkVisibility({ visibilityProperty: true }) || box.width < 2) {
            continue;
          }
          if (box.left < ring || box.right > wide.clientWidth - ring) {
            faults.push('the ring is off the page: ' + name(part));
          }
          for (let around = part.parentElement; around && around !== document.body;
              around = around.parentElement) {
            const style = getComputedStyle(around);
            const edge = around.getBoundingClientRect();
            const left = edge.left + around.clientLeft;
            const top = edge.top + around.clientTop;
            if (clips(style.overflowX)
                && (box.left - ring < left - around.scrollLeft
                    || box.right + ring > left - around.scrollLeft + around.scrollWidth)) {
              faults.push('the ring is clipped by ' + name(around).slice(0, 30) + ': '
                  + name(part));
            }
            if (clips(style.overflowY)
                && (box.top - ring < top - around.scrollTop
                    || box.bottom + ring > top - around.scrollTop + around.scrollHeight)) {
              faults.push('the ring is clipped by ' + name(around).slice(0, 30)
                  + ' above or below: ' + name(part));
            }
          }
        }
        return [...new Set(faults)].slice(0, 12);
      }""";

  private Layout() {}

  /// Returns the faults, twelve at most.
  static List<String> faults(Page page) {
    return ((List<?>) page.evaluate(FAULTS)).stream().map(Object::toString).toList();
  }
}
