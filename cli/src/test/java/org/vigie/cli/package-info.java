/// The commands, run in this process on synthetic files, and the launcher, run as people do.
@NullMarked
package org.vigie.cli;

import org.jspecify.annotations.NullMarked;
