/// Settings under `vigie.report` and the secret under which codes and passes are made.
///
/// Invariant: a value outside its range stops the start. Every room may use this one; it uses none.
@NullMarked
package org.vigie.server.report.settings;

import org.jspecify.annotations.NullMarked;
