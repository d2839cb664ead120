/// Carries errands of commands to the process that holds the installation.
///
/// ```text
/// command ─ Errand ─► Errands ─┬─ no server runs ─► this process opens the installation
///                              └─ a server runs ──► ControlSocket ─► ControlDesk in the server
/// ```
@NullMarked
package org.vigie.server.operation.control;

import org.jspecify.annotations.NullMarked;
