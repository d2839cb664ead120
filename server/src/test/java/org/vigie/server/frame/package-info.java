/// Tests of the frame.
@NullMarked
package org.vigie.server.frame;

import org.jspecify.annotations.NullMarked;
