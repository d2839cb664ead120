/// Signs people in: passwords with an authenticator app, passkeys, single sign-on, and the throttle
/// against guessing.
///
/// Invariant: the answer to a failed attempt never tells which part was wrong. Used by the room
/// `web`.
@NullMarked
package org.vigie.server.access.signin;

import org.jspecify.annotations.NullMarked;
