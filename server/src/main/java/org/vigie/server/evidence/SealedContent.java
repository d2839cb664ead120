package org.vigie.server.evidence;

import java.time.Instant;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.server.evidence.seal.WrappedKey;

/// Content that was sealed and written to the blob store, but is no evidence until
/// [Vault#record] records it. Nothing can open it before.
///
/// @param key the wrapped key that unseals the blob
/// @param length of the content in bytes
/// @param sha256 of the content, 64 lowercase hex digits
/// @param putAt when it was written; [Vault#record] accepts it for an hour
public record SealedContent(
    EvidenceId id, BlobAddress blob, WrappedKey key, long length, String sha256, Instant putAt) {}
