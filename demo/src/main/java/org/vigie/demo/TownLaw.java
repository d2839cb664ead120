package org.vigie.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Caller;
import org.vigie.server.access.GrantApproval;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.Purpose;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.catalogue.EvidenceCatalogue;
import org.vigie.server.evidence.keeping.Destructions;
import org.vigie.server.evidence.store.EvidenceFilter;

/// The acts of the town's two legal officers: a hold, a grant in force, and two requests that the
/// other officer has to approve.
final class TownLaw {
  private static final Duration HELD = Duration.ofDays(6);
  private static final Duration HOLD = Duration.ofDays(180);
  private static final Duration ASKED = Duration.ofMinutes(10);
  private static final Duration VALIDITY = Duration.ofHours(4);
  private static final String FILE = "file 2026/17";

  private final Grants grants;
  private final Destructions destructions;
  private final Vault vault;
  private final EvidenceCatalogue catalogue;
  private final TownPeople people;

  TownLaw(
      Grants grants,
      Destructions destructions,
      Vault vault,
      EvidenceCatalogue catalogue,
      TownPeople people) {
    this.grants = grants;
    this.destructions = destructions;
    this.vault = vault;
    this.catalogue = catalogue;
    this.people = people;
  }

  void plan(Timeline timeline, FourMonths months) {
    timeline.plan(months.before(HELD), () -> hold(months));
    timeline.plan(months.before(ASKED), this::ask);
  }

  private void hold(FourMonths months) {
    vault.hold(
        flora(),
        youngest(1).getFirst(),
        "Regulation (EU) 2021/784, Art. 6",
        FILE,
        Optional.of(months.lastDay(HOLD)));
  }

  private void ask() {
    List<EvidenceId> objects = youngest(3);
    GrantId first = ask(flora(), objects.get(0), FILE);
    if (!(grants.approve(jules(), first) instanceof GrantApproval.Approved)) {
      throw new IllegalStateException("the town's second legal officer could not agree");
    }
    ask(jules(), objects.get(1), "file 2026/21");
    destructions.ask(flora(), objects.get(2), "Sent to us by mistake, file 2026/22");
  }

  private GrantId ask(Caller.Person holder, EvidenceId object, String reason) {
    return grants.ask(
        new GrantRequest(holder.id(), Purpose.LEGAL, reason, Set.of(object.reference()), VALIDITY));
  }

  private List<EvidenceId> youngest(int number) {
    EvidenceFilter media = new EvidenceFilter(
        Optional.of(EvidenceKind.MEDIA),
        Optional.of(EvidenceObject.State.SEALED),
        Optional.empty(),
        false,
        Optional.empty());
    return catalogue.list(media, number).stream().map(EvidenceObject::id).toList();
  }

  private Caller.Person flora() {
    return people.find(Resident.FLORA);
  }

  private Caller.Person jules() {
    return people.find(Resident.JULES);
  }
}
