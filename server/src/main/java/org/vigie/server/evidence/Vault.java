package org.vigie.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;

/// Seals, opens, keeps and holds evidence. Threads: any.
///
/// Sealing takes two steps, so that no write to the blob store holds a database connection: [#put]
/// writes the sealed content outside any transaction, and [#record] makes it evidence by a short
/// write within the caller's transaction. Content that is not recorded, for example because that
/// transaction was rolled back, is an orphan that nothing can open: its caller discards it. A
/// sweep removes an orphan that a crash leaves after a day, unless others share the store.
public interface Vault {
  /// Seals content and writes it to the blob store; returns once it is durable there.
  ///
  /// @throws IllegalStateException if a transaction is open: it would hold a connection
  SealedContent put(InputStream content) throws IOException;

  /// Records sealed content as an object: its row, the first entry of its custody chain and the
  /// entry in the ledger, in the caller's transaction if there is one. Content is recorded once.
  ///
  /// @throws UnrecordableContentException if the content was put more than an hour ago, so that a
  ///     sweep may have removed it
  EvidenceId record(Caller caller, NewEvidence what, SealedContent content);

  /// Removes the blob of content that will not be recorded; does nothing if it was recorded, or
  /// if a transaction that records it may still commit. Logs a failure, which leaves an orphan.
  ///
  /// @throws IllegalStateException if a transaction is open
  void discard(SealedContent content);

  /// Puts and records content, for callers without a transaction; discards it if that fails.
  ///
  /// @throws IllegalStateException if a transaction is open
  default EvidenceId seal(Caller caller, NewEvidence what, InputStream content) throws IOException {
    SealedContent sealed = put(content);
    boolean recorded = false;
    try {
      EvidenceId id = record(caller, what, sealed);
      recorded = true;
      return id;
    } finally {
      if (!recorded) {
        discard(sealed);
      }
    }
  }

  /// Opens an object. The custody entry and the ledger's are committed, in a transaction of
  /// their own, before this returns.
  ///
  /// @throws EvidenceRefusedException if the grant is not in force, is not the caller's, or does
  ///     not cover the object
  /// @throws VaultIntegrityException if the stored content is not the sealed content
  OpenedEvidence open(Caller caller, EvidenceId id, Grant grant) throws IOException;

  /// Opens an object to make a rendition of it for the caller, who does not see the original;
  /// otherwise like [#open]. The custody chain and the ledger record it as a rendition.
  OpenedEvidence veil(Caller caller, EvidenceId id, Grant grant) throws IOException;

  /// Opens an object for a copy that leaves the vault, which the custody chain and the ledger
  /// record as a copy, not a view; otherwise like [#open].
  ///
  /// @param why the purpose of the copy, for the custody chain
  OpenedEvidence copy(Caller caller, EvidenceId id, Grant grant, String why) throws IOException;

  /// Finds an object, without its content.
  Optional<EvidenceObject> find(EvidenceId id);

  /// Keeps an object at least until a time; never shortens its term.
  void keepUntil(Caller caller, EvidenceId id, Instant until, String reason);

  /// Forbids the destruction of an object.
  ///
  /// @param source the law, as people cite it
  /// @param expires when the hold expires by itself
  Hold hold(
      Caller caller, EvidenceId id, String source, String reference, Optional<Instant> expires);

  /// Releases a hold before it expires.
  void release(Caller caller, HoldId hold, String reason);

  /// Returns the holds on an object that are in force, oldest first.
  List<Hold> holds(EvidenceId id);

  /// Returns the custody chain of an object, oldest first.
  List<CustodyEntry> custody(EvidenceId id);
}
