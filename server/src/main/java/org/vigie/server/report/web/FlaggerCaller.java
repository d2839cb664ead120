package org.vigie.server.report.web;

import java.util.Map;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.Person;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.flagging.FlaggerRegister;
import org.vigie.server.report.intake.ReportProblems;

/// Finds the flagger for which a caller acts: that of the person's or the key's organisation.
public final class FlaggerCaller {
  private final People people;
  private final FlaggerRegister flaggers;

  public FlaggerCaller(People people, FlaggerRegister flaggers) {
    this.people = people;
    this.flaggers = flaggers;
  }

  /// Returns the flagger, whose status counts today.
  ///
  /// @throws ProblemException if there is none
  Flagger flagger(Caller caller) {
    OrganisationId organisation = organisation(caller).orElseThrow(() -> refused(unbound(caller)));
    return flaggers
        .standing(organisation)
        .orElseThrow(() -> refused("This organisation has no verified status that counts today."));
  }

  private static String unbound(Caller caller) {
    return caller instanceof Caller.Key(var id)
        ? "The key " + id.value() + " is bound to no organisation: an administrator binds it on"
            + " the page /flaggers."
        : "No organisation is known for this caller.";
  }

  private static ProblemException refused(String sentence) {
    return new ProblemException(ReportProblems.NOT_A_FLAGGER, sentence, Map.of());
  }

  private Optional<OrganisationId> organisation(Caller caller) {
    return switch (caller) {
      case Caller.Person(var id) -> people.find(id).flatMap(Person::organisation);
      case Caller.Key(var id) -> flaggers.organisationOf(id);
      case Caller.TestKey _, Caller.Local _, Caller.Vigie _ -> Optional.empty();
    };
  }
}
