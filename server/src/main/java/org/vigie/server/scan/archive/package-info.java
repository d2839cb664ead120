/// Stores scans and their sealed media, publishes their outcomes, and deletes them when their
/// retention has ended.
///
/// Invariant: a scan and its media are durable before the caller has its answer.
@NullMarked
package org.vigie.server.scan.archive;

import org.jspecify.annotations.NullMarked;
