/// The connections to the database, and how the kinds of work share them.
///
/// ```text
/// thread ─ Lane.current() ─► ConnectionLanes ─┬─ pool "scans"      ─┐
///                                             ├─ pool "strangers"  ─┼─► PostgreSQL
///                                             └─ …                 ─┘
/// ```
@NullMarked
package org.vigie.server.operation.lanes;

import org.jspecify.annotations.NullMarked;
