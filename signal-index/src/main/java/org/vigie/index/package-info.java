/// Exact search over signals: every member within the radius, none missed.
///
/// ```
/// SignalIndex ── ExactSignal ───► ExactIndex      hash map
///             ├─ HammingSignal ─► HammingIndex    one for each type:
///             │                     View ─┬─ Segment …   immutable tables, built or memory-mapped
///             │                           ├─ Delta …     newer signals, compared one by one
///             │                           └─ Removals …  a bitmap for each of these
///             └─ MetricSignal ──► linear comparison
/// ```
///
/// A writer makes a new view and publishes it; a reader takes the view of the moment and is
/// never blocked. Changes made before a search began count in it. Needs only the JDK and
/// `fingerprint`.
@NullMarked
package org.vigie.index;

import org.jspecify.annotations.NullMarked;
