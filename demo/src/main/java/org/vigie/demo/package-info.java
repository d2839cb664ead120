/// A synthetic town that uses a messenger, to show Vigie without real content.
///
/// Everything goes through the public API: the modules make banks, members and scans, at past
/// moments of [TownClock]. Pictures are made of numbers, names are invented. `./vigie run --demo`
/// puts this module on the class path; the server then fills itself once, before it says that it is
/// ready, and leaves a few pictures to try in the folder `samples`.
///
/// ```text
/// Story (people, banks, posts) ─► Timeline (acts by time) ─► access, bank, scan
/// ```
@NullMarked
package org.vigie.demo;

import org.jspecify.annotations.NullMarked;
