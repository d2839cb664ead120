/// Synthetic pictures for tests, demos and benchmarks (no real person, no real place, no file to
/// fetch), an authenticator app for tests of signing in, a server that tests start by the real
/// launcher, and the steps of a test that is a story.
@NullMarked
package org.vigie.testkit;

import org.jspecify.annotations.NullMarked;
