/// A synthetic town that uses a messenger, so that Vigie can be looked at without real content.
///
/// Everything goes through the front doors: banks, members and scans are made by the modules'
/// own API, at moments of the past that [TownClock] tells them. Pictures are made of numbers,
/// names are invented. `./vigie run --demo` puts this module on the class path; the server then
/// fills itself once, before it says that it is ready, and leaves a few pictures to try in the
/// folder `samples`.
///
/// ```text
/// Story (people, banks, posts) ─► Timeline (what happens when) ─► access, bank, scan
/// ```
@NullMarked
package org.vigie.demo;

import org.jspecify.annotations.NullMarked;
