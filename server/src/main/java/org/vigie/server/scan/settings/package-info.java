/// The settings of scans. Used by all rooms.
@NullMarked
package org.vigie.server.scan.settings;

import org.jspecify.annotations.NullMarked;
