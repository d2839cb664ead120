/// Signals: the fingerprints by which known media is recognised.
///
/// A [Signal][org.vigie.fingerprint.Signal] is a value, a
/// [SignalType][org.vigie.fingerprint.SignalType] is the algorithm that made it. How two signals
/// are compared is sealed into three ways, and every index must offer all three:
///
/// ```
/// Signal ─┬─ ExactSignal    equal or not            Digest (MD5, SHA-1, SHA-256)
///         ├─ HammingSignal  256 bits, bits differ   PdqSignal
///         └─ MetricSignal   its own distance        types of licensees
/// ```
///
/// Programs ask the [DistanceScale][org.vigie.fingerprint.DistanceScale] of a type which of the
/// three it is; they never compare its identifier with a text.
///
/// Each way is open: a new algorithm is one class that implements one of them, with its type,
/// listed in `META-INF/services/org.vigie.fingerprint.SignalType`; nothing else changes.
///
/// From a picture to signals, data flows one way: [LumaPlane][org.vigie.fingerprint.LumaPlane] →
/// [PdqHasher][org.vigie.fingerprint.PdqHasher] →
/// [PdqFingerprint][org.vigie.fingerprint.PdqFingerprint] (signal and quality) or
/// [PdqOrientations][org.vigie.fingerprint.PdqOrientations] (the eight ways a picture can be
/// turned). Digests are made of the bytes by [Digest#of][org.vigie.fingerprint.Digest].
///
/// Inside, PDQ is a pipeline of strips of rows ([PdqHasher][org.vigie.fingerprint.PdqHasher] →
/// `Downsampler` → `ColumnBox`) over inner loops in two implementations, `PdqKernel` and
/// `LumaKernel`: with vectors and without, same bits.
///
/// Needs nothing but the JDK. Threads: values are immutable; a hasher belongs to one thread at a
/// time.
@NullMarked
package org.vigie.fingerprint;

import org.jspecify.annotations.NullMarked;
