package org.vigie.server.evidence.store;

import java.util.Optional;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.custody.CustodyChain;
import org.vigie.server.evidence.seal.WrappedKey;

/// The row of a sealed object.
///
/// @param key empty once it is destroyed
/// @param custody where its custody chain ends
public record StoredObject(
    EvidenceObject object, BlobAddress blob, Optional<WrappedKey> key, CustodyChain.End custody) {}
