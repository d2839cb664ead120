/// Invites, changes and disables people, and makes their enrolment links.
///
/// Invariant: one administrator who can sign in always remains. Used by the rooms `signin` and
/// `web`; other modules use `People` and `FirstAdministrator`.
@NullMarked
package org.vigie.server.access.people;

import org.jspecify.annotations.NullMarked;
