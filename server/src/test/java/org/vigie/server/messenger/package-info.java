/// The setting, and subjects for tests of other modules.
@NullMarked
package org.vigie.server.messenger;

import org.jspecify.annotations.NullMarked;
