/// The edge: each request gets an id, and is refused if it is one too many, too large or too slow.
///
/// Order: [RequestIdFilter], [BodySizeFilter], [DiskFilter], [LaneFilter], [VisitFilter], then the
/// gates of `access`, which know the caller, and among them [LoadLimitFilter]. [BodyWatch], below
/// the filters, watches the body itself for every reader; [Forms] reads forms with files.
@NullMarked
package org.vigie.server.frame.edge;

import org.jspecify.annotations.NullMarked;
