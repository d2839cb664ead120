/// The server: one process that messengers call and people open.
///
/// Each package directly below this one is a module. Its root package is its API, `.store` holds
/// all its SQL, `.web` its pages and HTTP calls. The edges between modules are declared in their
/// `package-info` and verified by a test, which also writes `docs/modules.md`.
@NullMarked
package org.vigie.server;

import org.jspecify.annotations.NullMarked;
