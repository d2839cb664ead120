/// Scans submitted media, from its bytes to the stored outcome; pictures that were not read in time
/// are read later.
///
/// Other modules use [org.vigie.server.scan.Scanner].
@NullMarked
package org.vigie.server.scan.scanning;

import org.jspecify.annotations.NullMarked;
