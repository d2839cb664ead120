package org.vigie.server.evidence.keeping;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.Agreements;
import org.vigie.server.access.Caller;
import org.vigie.server.access.GrantApproval;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.WaitingGrant;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.custody.EvidenceAct;

/// Destroys objects before their term ends: one person requests it with a reason, and once a second
/// person agrees it is done at once. A request without approval lapses as grants do. Threads: any.
public final class Destructions {
  private static final String REFERENCE = "evidence:";

  /// The grant is used up in the transaction in which it is given.
  private static final Duration VALIDITY = Duration.ofSeconds(1);

  private final Retention retention;
  private final Grants grants;
  private final Agreements agreements;
  private final TransactionOperations transactions;

  Destructions(
      Retention retention,
      Grants grants,
      Agreements agreements,
      TransactionOperations transactions) {
    this.retention = retention;
    this.grants = grants;
    this.agreements = agreements;
    this.transactions = transactions;
  }

  /// Requests the destruction of an object, as a person with the permission.
  ///
  /// @param reason as for [GrantRequest]
  /// @throws EvidenceGoneException if there is no such object, or it was destroyed
  public DestructionRequest ask(Caller.Person by, EvidenceId id, String reason) {
    return Objects.requireNonNull(transactions.execute(_ -> asked(by, id, reason)));
  }

  private DestructionRequest asked(Caller.Person by, EvidenceId id, String reason) {
    retention.lockSealed(id);
    List<Hold> holds = retention.holds(id);
    if (!holds.isEmpty()) {
      retention.append(
          new Retention.Act(by, Optional.empty(), reason),
          id,
          CustodyAct.DESTRUCTION_REFUSED,
          EvidenceAct.EVIDENCE_DESTRUCTION_REFUSED);
      return new DestructionRequest.Refused(holds);
    }
    if (grants.waiting().stream().anyMatch(each -> destroys(each, id))) {
      return new DestructionRequest.AlreadyPending();
    }
    GrantId grant = grants.ask(
        new GrantRequest(by.id(), Purpose.DESTRUCTION, reason, Set.of(id.reference()), VALIDITY));
    retention.append(
        new Retention.Act(by, Optional.of(grant), reason),
        id,
        CustodyAct.DESTRUCTION_ASKED,
        EvidenceAct.EVIDENCE_DESTRUCTION_ASKED);
    return new DestructionRequest.Pending(grant);
  }

  private static boolean destroys(WaitingGrant waiting, EvidenceId id) {
    GrantRequest request = waiting.request();
    return request.purpose() == Purpose.DESTRUCTION && request.evidence().contains(id.reference());
  }

  /// Agrees, as a second person, and destroys the object in the same transaction.
  public DestructionAgreement agree(Caller.Person second, GrantId id) {
    return Objects.requireNonNull(transactions.execute(_ -> find(id)
        .map(waiting -> agreed(second, waiting))
        .orElseGet(() -> new DestructionAgreement.NotAgreed(new GrantApproval.NotWaiting()))));
  }

  /// Locks the object before the grant, as every append to a chain does. Checks for holds first, so
  /// that an approval is not in vain.
  private DestructionAgreement agreed(Caller.Person second, WaitingGrant waiting) {
    EvidenceId evidence = evidence(waiting.request());
    retention.lockSealed(evidence);
    return GrantApproval.refusal(agreements.consent(waiting.agreement(), second.id()))
        .<DestructionAgreement>map(DestructionAgreement.NotAgreed::new)
        .orElseGet(() -> destroyed(second, waiting, evidence));
  }

  private DestructionAgreement destroyed(
      Caller.Person second, WaitingGrant waiting, EvidenceId evidence) {
    Retention.Act act = new Retention.Act(
        second,
        Optional.of(waiting.id()),
        "asked by " + waiting.agreement().requester().reference() + ": "
            + waiting.request().reason());
    List<Hold> holds = retention.holds(evidence);
    if (!holds.isEmpty()) {
      retention.append(
          act, evidence, CustodyAct.DESTRUCTION_REFUSED, EvidenceAct.EVIDENCE_DESTRUCTION_REFUSED);
      return new DestructionAgreement.Agreed(evidence, new Destruction.Refused(holds));
    }
    GrantApproval approval = grants.approve(second, waiting.id());
    return approval instanceof GrantApproval.Approved
        ? new DestructionAgreement.Agreed(evidence, retention.destroy(act, evidence))
        : new DestructionAgreement.NotAgreed(approval);
  }

  /// Refuses a request; the requester may withdraw. Returns false if it is no longer pending.
  public boolean refuse(Caller.Person by, GrantId id) {
    return Boolean.TRUE.equals(
        transactions.execute(_ -> find(id).map(waiting -> refused(by, waiting)).orElse(false)));
  }

  private boolean refused(Caller.Person by, WaitingGrant waiting) {
    EvidenceId evidence = evidence(waiting.request());
    retention.lockSealed(evidence);
    boolean waited = grants.refuse(by, waiting.id());
    if (waited) {
      retention.append(
          new Retention.Act(by, Optional.of(waiting.id()), waiting.request().reason()),
          evidence,
          CustodyAct.DESTRUCTION_DECLINED,
          EvidenceAct.EVIDENCE_DESTRUCTION_DECLINED);
    }
    return waited;
  }

  /// Returns whether a request to destroy is pending under this identifier.
  public boolean isPending(GrantId id) {
    return find(id).isPresent();
  }

  private Optional<WaitingGrant> find(GrantId id) {
    return grants.waiting().stream()
        .filter(each -> each.id().equals(id))
        .filter(each -> each.request().purpose() == Purpose.DESTRUCTION)
        .findFirst();
  }

  private static EvidenceId evidence(GrantRequest request) {
    String reference = request.evidence().iterator().next();
    return new EvidenceId(UUID.fromString(reference.substring(REFERENCE.length())));
  }
}
