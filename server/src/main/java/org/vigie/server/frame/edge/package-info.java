/// What happens to a request before any of it is read: it gets an id, and is refused if it is one
/// too many, too large or too slow.
///
/// Order: [RequestIdFilter], [LoadLimitFilter], [BodySizeFilter], [LaneFilter], [VisitFilter], then the gates of `access`. The
/// body itself is watched below the filters, by [BodyWatch], however it is read.
@NullMarked
package org.vigie.server.frame.edge;

import org.jspecify.annotations.NullMarked;
