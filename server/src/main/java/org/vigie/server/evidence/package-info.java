/// The vault: sealed media and snapshots, who opened them, how long they are kept.
///
/// ```
/// evidence.object            one row a sealed object: kind, digest and length of its content, the
///                            wrapped data key (null once destroyed), the blob, its term
/// evidence.custody_entry     one row an act, linked by hash to the one before of the same object
/// evidence.hold              one row a hold: legal source, reference, expiry
/// <data>/blobs/ab/cd/abcd…   one file a blob, named by the SHA-256 of its content, the sealed
///                            bytes                                               (BlobStore)
/// <data>/keys/evidence-N     the keys that wrap data keys, the highest N wraps   (KeyWrapping)
/// ```
///
/// An object is sealed by a data key of its own (streaming AEAD, `docs/formats/evidence.md`), so
/// erasing that key and the blob destroys it and nothing else. The content is never on disk
/// unsealed.
///
/// Rooms: `vault` seals, records and opens; `keeping` holds and destroys; `custody` links the
/// chains; `catalogue` lists; `snapshot` reads snapshots; `seal` is the cryptography, `veil` makes
/// renditions.
///
/// Invariants: the blob store is written outside transactions; evidence is opened only with a
/// [Grant] in force, and the custody entry commits before the bytes leave; nothing is destroyed
/// under a hold; a custody chain whose entries were
/// changed, left out or reordered does not verify. Publishes: [EvidenceSealed]. Threads: any.
///
/// [Grant]: org.vigie.server.access.Grant
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access"})
package org.vigie.server.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
