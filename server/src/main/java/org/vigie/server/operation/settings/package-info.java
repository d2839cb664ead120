/// Reads the settings of a run from options, environment and file, and checks them before the
/// start.
@NullMarked
package org.vigie.server.operation.settings;

import org.jspecify.annotations.NullMarked;
