/// A synthetic town that uses a messenger, so that Vigie can be looked at without real content.
///
/// Everything goes through the front doors: banks, members, keys and scans are made by the
/// modules' own API, at moments of the past that [TownClock] tells them. Pictures are made of
/// numbers, names are invented. With this module on its class path and `vigie.frame.demo` on, a
/// server fills itself once, before it says that it is ready.
///
/// ```text
/// Town (who and what there is) ─► TownHistory (what happens when) ─► access, policy, bank, scan
/// ```
@NullMarked
package org.vigie.demo;

import org.jspecify.annotations.NullMarked;
