/// Signs people in: passwords with an authenticator app, passkeys, single sign-on, and the throttle
/// against guessing.
///
/// Invariant: an attempt that fails tells nobody which part of it was wrong. Used by the room
/// `web`.
@NullMarked
package org.vigie.server.access.signin;

import org.jspecify.annotations.NullMarked;
