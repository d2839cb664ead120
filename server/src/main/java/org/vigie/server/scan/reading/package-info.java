/// Reads media: decodes pictures on few threads, in lanes, and hashes them.
///
/// Invariant: decoding is bounded in threads, memory and time, for every file. Other rooms and
/// modules use [org.vigie.server.scan.SignalExtraction].
@NullMarked
package org.vigie.server.scan.reading;

import org.jspecify.annotations.NullMarked;
