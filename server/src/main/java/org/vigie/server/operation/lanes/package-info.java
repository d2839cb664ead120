/// The connections to the database, shared between the kinds of work.
///
/// ```text
/// thread ─ Lane.current() ─► ConnectionLanes ─┬─ pool "scans"      ─┐
///                                             ├─ pool "strangers"  ─┼─► PostgreSQL
///                                             └─ …                 ─┘
/// ```
@NullMarked
package org.vigie.server.operation.lanes;

import org.jspecify.annotations.NullMarked;
