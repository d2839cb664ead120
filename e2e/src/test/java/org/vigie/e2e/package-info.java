/// Opens the screens of a running server in a real browser, as people do.
///
/// [Pages] lists every page; a new page needs a line there, or [PagesTest] fails.
/// `./vigie test -Dvigie.screenshots` keeps screenshots under `e2e/target/screenshots`. Without a
/// Chromium on the machine these tests are skipped, which the closing line of
/// `./vigie test` counts.
@NullMarked
package org.vigie.e2e;

import org.jspecify.annotations.NullMarked;
