/// Who may do what: people, roles, sign-in, API keys, and the ledger of who saw what.
///
/// Invariant: a handler that does not say who may call it is called by nobody.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame"})
package org.vigie.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
