/// Synthetic pictures for tests, demos and benchmarks: no real person, no real place, no file to
/// fetch.
@NullMarked
package org.vigie.testkit;

import org.jspecify.annotations.NullMarked;
