package org.vigie.server.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.server.access.Caller;
import org.vigie.server.access.GrantApproval;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.WaitingGrant;

/// Destroys objects before their term: one person asks and says why, another agrees, and then it
/// is done at once. What nobody agrees to lapses as grants do. Threads: any.
public final class Destructions {
  private static final String REFERENCE = "evidence:";

  /// The grant is used up in the transaction in which it is given.
  private static final Duration VALIDITY = Duration.ofSeconds(1);

  private final VaultTerms terms;
  private final VaultParts.Records records;

  Destructions(VaultTerms terms, VaultParts.Records records) {
    this.terms = terms;
    this.records = records;
  }

  /// Asks, as a person with the permission, that an object is destroyed.
  ///
  /// @param reason as for [GrantRequest]
  /// @throws EvidenceGoneException if it is destroyed already, or there is none
  public DestructionRequest ask(Caller.Person by, EvidenceId id, String reason) {
    return Objects.requireNonNull(records.together().execute(_ -> asked(by, id, reason)));
  }

  private DestructionRequest asked(Caller.Person by, EvidenceId id, String reason) {
    terms.sealed(id);
    List<Hold> holds = terms.holds(id);
    if (!holds.isEmpty()) {
      write(
          new VaultTerms.Ending(by, Optional.empty(), reason),
          id,
          CustodyAct.DESTRUCTION_REFUSED,
          EvidenceAct.EVIDENCE_DESTRUCTION_REFUSED);
      return new DestructionRequest.Refused(holds);
    }
    if (grants().waiting().stream().anyMatch(each -> destroys(each, id))) {
      return new DestructionRequest.WaitsAlready();
    }
    GrantId grant = grants()
        .ask(new GrantRequest(
            by.id(), Purpose.DESTRUCTION, reason, Set.of(id.reference()), VALIDITY));
    write(
        new VaultTerms.Ending(by, Optional.of(grant), reason),
        id,
        CustodyAct.DESTRUCTION_ASKED,
        EvidenceAct.EVIDENCE_DESTRUCTION_ASKED);
    return new DestructionRequest.Waiting(grant);
  }

  private static boolean destroys(WaitingGrant waiting, EvidenceId id) {
    GrantRequest request = waiting.request();
    return request.purpose() == Purpose.DESTRUCTION && request.evidence().contains(id.reference());
  }

  /// Agrees, as a second person, and destroys the object in the same transaction.
  public DestructionAgreement agree(Caller.Person second, GrantId id) {
    return Objects.requireNonNull(records
        .together()
        .execute(_ -> find(id)
            .map(request -> agreed(second, id, request))
            .orElseGet(() -> new DestructionAgreement.NotAgreed(new GrantApproval.NotWaiting()))));
  }

  /// Locks the object before the grant, as whatever appends to its chain does. A hold is looked
  /// for first, so that nobody agrees in vain; it refuses whatever happens to it meanwhile.
  private DestructionAgreement agreed(Caller.Person second, GrantId id, GrantRequest request) {
    EvidenceId evidence = evidence(request);
    terms.sealed(evidence);
    VaultTerms.Ending ending = new VaultTerms.Ending(
        second,
        Optional.of(id),
        "asked by " + new Caller.Person(request.holder()).reference() + ": " + request.reason());
    if (request.holder().equals(second.id())) {
      return new DestructionAgreement.NotAgreed(new GrantApproval.SamePerson());
    }
    List<Hold> holds = terms.holds(evidence);
    if (!holds.isEmpty()) {
      write(
          ending,
          evidence,
          CustodyAct.DESTRUCTION_REFUSED,
          EvidenceAct.EVIDENCE_DESTRUCTION_REFUSED);
      return new DestructionAgreement.Agreed(evidence, new Destruction.Refused(holds));
    }
    GrantApproval approval = grants().approve(second, id);
    return approval instanceof GrantApproval.Approved
        ? new DestructionAgreement.Agreed(evidence, terms.destroy(ending, evidence))
        : new DestructionAgreement.NotAgreed(approval);
  }

  /// Refuses what was asked for; whoever asked withdraws it so. Returns whether it still waited.
  public boolean refuse(Caller.Person by, GrantId id) {
    return Boolean.TRUE.equals(records
        .together()
        .execute(_ -> find(id).map(request -> refused(by, id, request)).orElse(false)));
  }

  private boolean refused(Caller.Person by, GrantId id, GrantRequest request) {
    EvidenceId evidence = evidence(request);
    terms.sealed(evidence);
    boolean waited = grants().refuse(by, id);
    if (waited) {
      write(
          new VaultTerms.Ending(by, Optional.of(id), request.reason()),
          evidence,
          CustodyAct.DESTRUCTION_DECLINED,
          EvidenceAct.EVIDENCE_DESTRUCTION_DECLINED);
    }
    return waited;
  }

  /// Returns whether a destruction waits under this identifier.
  public boolean waits(GrantId id) {
    return find(id).isPresent();
  }

  private Optional<GrantRequest> find(GrantId id) {
    return grants().waiting().stream()
        .filter(each -> each.id().equals(id))
        .map(WaitingGrant::request)
        .filter(request -> request.purpose() == Purpose.DESTRUCTION)
        .findFirst();
  }

  private static EvidenceId evidence(GrantRequest request) {
    String reference = request.evidence().iterator().next();
    return new EvidenceId(UUID.fromString(reference.substring(REFERENCE.length())));
  }

  private void write(
      VaultTerms.Ending ending, EvidenceId id, CustodyAct act, EvidenceAct recorded) {
    terms.write(ending, id, act, recorded);
  }

  private Grants grants() {
    return records.grants();
  }
}
