/// The public form: its pass and proof of work, its throttle, its questions and help services.
///
/// Invariant: a pass is used for one notice. Used by `web` only.
@NullMarked
package org.vigie.server.report.form;

import org.jspecify.annotations.NullMarked;
