/// Synthetic pictures for tests, demos and benchmarks: no real person, no real place, no file to
/// fetch. And an authenticator app, for tests of signing in.
@NullMarked
package org.vigie.testkit;

import org.jspecify.annotations.NullMarked;
