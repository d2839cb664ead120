package org.vigie.server.evidence.vault;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.EvidenceSealed;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.SealedContent;
import org.vigie.server.evidence.custody.CustodyChain;
import org.vigie.server.evidence.custody.EvidenceAct;
import org.vigie.server.evidence.store.CustodyLog;
import org.vigie.server.evidence.store.ObjectStore;

/// Records sealed content as evidence, by writes to the database alone.
final class Recorder {
  /// Much shorter than the age at which the sweep removes an orphan, so that even a slow
  /// transaction commits before its blob could be swept.
  private static final Duration LONGEST_UNRECORDED = Duration.ofHours(1);

  private final ObjectStore objects;
  private final CustodyLog custody;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  Recorder(
      ObjectStore objects,
      CustodyLog custody,
      AccessLedger ledger,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.objects = objects;
    this.custody = custody;
    this.ledger = ledger;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  EvidenceId record(Caller caller, NewEvidence what, SealedContent content) {
    if (clock.instant().isAfter(content.putAt().plus(LONGEST_UNRECORDED))) {
      throw new UnrecordableContentException(content.id());
    }
    EvidenceObject object = new EvidenceObject(
        content.id(),
        what,
        content.length(),
        content.sha256(),
        content.putAt(),
        EvidenceObject.State.SEALED);
    transactions.executeWithoutResult(_ -> add(caller, object, content));
    return object.id();
  }

  private void add(Caller caller, EvidenceObject object, SealedContent content) {
    objects.lockRecording(object.id());
    objects.add(object, content.blob(), content.key());
    String description = CustodyChain.description(object, content.blob());
    custody.append(caller, object.id(), CustodyAct.SEALED, description);
    ledger.record(caller, EvidenceAct.EVIDENCE_SEALED, object.id().reference());
    events.publishEvent(new EvidenceSealed(object.id()));
  }
}
