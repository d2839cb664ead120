package org.vigie.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;

/// Where evidence is sealed, opened, held and destroyed. Threads: any.
public interface Vault {
  /// Seals content, and returns once it is durable: the blob first, then, in the transaction of
  /// the caller where there is one, the row and the first custody entry. Where that transaction
  /// is rolled back, the blob is an orphan that nothing can open, and is swept away later.
  EvidenceId seal(Caller caller, NewEvidence what, InputStream content) throws IOException;

  /// Opens an object. The custody entry and the ledger's are committed, in a transaction of
  /// their own, before this returns.
  ///
  /// @throws EvidenceRefusedException if the grant does not stand, is not the caller's, or does
  ///     not cover the object
  /// @throws VaultIntegrityException if what is stored is not what was sealed
  OpenedEvidence open(Caller caller, EvidenceId id, Grant grant) throws IOException;

  /// Opens an object to make a rendition of it for the caller, who does not see it sharply;
  /// otherwise like [#open]. The custody chain and the ledger tell it apart.
  OpenedEvidence veil(Caller caller, EvidenceId id, Grant grant) throws IOException;

  /// Opens an object for a copy that leaves the vault, which the custody chain and the ledger
  /// tell apart from one that was only looked at; otherwise like [#open].
  ///
  /// @param why to what purpose it leaves, as the custody chain says it
  OpenedEvidence copy(Caller caller, EvidenceId id, Grant grant, String why) throws IOException;

  /// Finds an object, without its content.
  Optional<EvidenceObject> find(EvidenceId id);

  /// Keeps an object at least until a time; never shortens.
  void keepUntil(Caller caller, EvidenceId id, Instant until, String reason);

  /// Forbids that an object is destroyed.
  ///
  /// @param source the law, as people cite it
  /// @param expires when the hold ends by itself
  Hold hold(
      Caller caller, EvidenceId id, String source, String reference, Optional<Instant> expires);

  /// Ends a hold before its time.
  void release(Caller caller, HoldId hold, String reason);

  /// Returns the holds that stand.
  List<Hold> holds(EvidenceId id);

  /// Destroys an object at the end of its term, unless a hold forbids it. People destroy by two:
  /// [Destructions].
  Destruction destroy(Caller.Vigie vigie, EvidenceId id, String reason);

  /// Returns the custody chain of an object, oldest first.
  List<CustodyEntry> custody(EvidenceId id);
}
