/// The settings of the frame: pages, bodies and connections.
@NullMarked
package org.vigie.server.frame.settings;

import org.jspecify.annotations.NullMarked;
