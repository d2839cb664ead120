/// The vault itself: seals content, records it as evidence, and opens it for a grant.
///
/// Invariants: the blob store is written outside transactions; a custody entry is committed before
/// content leaves. Other rooms use [org.vigie.server.evidence.Vault].
@NullMarked
package org.vigie.server.evidence.vault;

import org.jspecify.annotations.NullMarked;
