/// All SQL of `scan`, in the schema `scan`.
///
/// ```
/// scan            one row a scan: who, where, signals, outcome
///  └─ match       its matches, silenced and later ones included
/// ```
@NullMarked
package org.vigie.server.scan.store;

import org.jspecify.annotations.NullMarked;
