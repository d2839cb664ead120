/// All SQL of `scan`, in the schema `scan`.
///
/// ```
/// scan            one row a scan: who, where, outcome
///  ├─ signal      its signals, in the order in which they were made
///  └─ match       its matches, silenced and later ones included
/// ```
@NullMarked
package org.vigie.server.scan.store;

import org.jspecify.annotations.NullMarked;
