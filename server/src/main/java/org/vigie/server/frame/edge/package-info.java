/// What happens to a request before any of it is read: it gets an id, and is refused if it is one
/// too many, too large or too slow.
///
/// Order: [RequestIdFilter], [BodySizeFilter], [DiskFilter], [LaneFilter], [VisitFilter], then the
/// gates of `access`, which know the caller, and among them [LoadLimitFilter]. The body itself is
/// watched below the filters, by [BodyWatch], however it is read; [Forms] reads forms with files.
@NullMarked
package org.vigie.server.frame.edge;

import org.jspecify.annotations.NullMarked;
