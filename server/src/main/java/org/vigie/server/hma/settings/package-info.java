/// The settings of HMA's interface.
@NullMarked
package org.vigie.server.hma.settings;

import org.jspecify.annotations.NullMarked;
