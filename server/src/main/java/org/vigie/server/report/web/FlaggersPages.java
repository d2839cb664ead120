package org.vigie.server.report.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.Origins;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Tone;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.flagging.FlaggerRegister;

/// Makes the page of all flaggers.
public final class FlaggersPages {
  private final FlaggerRegister flaggers;
  private final People people;
  private final Policies policies;
  private final Origins origins;

  public FlaggersPages(
      FlaggerRegister flaggers, People people, Policies policies, Origins origins) {
    this.flaggers = flaggers;
    this.people = people;
    this.policies = policies;
    this.origins = origins;
  }

  List<Organisation> organisations() {
    return people.organisations();
  }

  /// Returns whether there are categories, and the policy has them all.
  boolean areKnown(Set<String> categories) {
    return !categories.isEmpty()
        && categories.stream()
            .allMatch(key -> CategoryKey.isWellFormed(key)
                && policies.current().find(new CategoryKey(key)).isPresent());
  }

  FlaggersPage page(
      Frame frame,
      Caller.Person viewer,
      Map<String, String> typed,
      Set<String> chosen,
      FormErrors errors) {
    Map<String, String> names = organisations().stream()
        .collect(Collectors.toMap(each -> each.id().value().toString(), Organisation::name));
    return new FlaggersPage(
        frame,
        flaggers.all().stream().map(each -> row(frame, viewer, each, names)).toList(),
        Stream.concat(
                Stream.of(new Choice("", frame.text("report.choose")))
                    .filter(_ -> !names.isEmpty()),
                organisations().stream()
                    .map(each -> new Choice(each.id().value().toString(), each.name())))
            .toList(),
        Arrays.stream(Flagger.Status.values())
            .map(each ->
                new Choice(EnumWords.of(each), frame.texts().get("report.flagger.status", each)))
            .toList(),
        policies.current().categories().stream()
            .map(each -> new Choice(each.key().value(), FormPages.name(frame, each)))
            .toList(),
        typed,
        chosen,
        isAlone(viewer),
        errors);
  }

  /// Returns whether no other person could verify the viewer's proposals.
  private boolean isAlone(Caller.Person viewer) {
    return people.all().stream()
        .filter(person -> !person.id().equals(viewer.id()))
        .filter(person -> person.state() != Person.State.DISABLED)
        .noneMatch(person -> person.permissions().contains(Permission.FLAGGERS_WRITE));
  }

  /// Returns why the viewer cannot verify a proposal; empty if they can, or there is nothing to
  /// verify.
  Optional<String> hindrance(Frame frame, Caller.Person viewer, Flagger.Check check) {
    if (!(check instanceof Flagger.Check.Proposed proposed)) {
      return Optional.empty();
    }
    Agreement agreement = proposed.agreement();
    if (agreement.isRequester(viewer)) {
      return Optional.of(frame.text("report.flaggers.waits"));
    }
    return agreement.requester() instanceof Caller.Person proposer
        ? origins.hindrance(frame.texts(), viewer.id(), proposer.id())
        : Optional.empty();
  }

  private String title(Frame frame, CategoryKey key) {
    return policies
        .current()
        .find(key)
        .map(category -> FormPages.name(frame, category))
        .orElse(key.value());
  }

  private FlaggersPage.Row row(
      Frame frame, Caller.Person viewer, Flagger flagger, Map<String, String> names) {
    boolean proposed = flagger.check() instanceof Flagger.Check.Proposed;
    Optional<String> hindrance = hindrance(frame, viewer, flagger.check());
    String id = flagger.organisation().value().toString();
    boolean stands = flaggers.standing(flagger.organisation()).isPresent();
    return new FlaggersPage.Row(
        id,
        names.getOrDefault(id, id),
        frame.texts().get("report.flagger.status", flagger.status()),
        flagger.awarder(),
        flagger.categories().stream()
            .map(key -> title(frame, key))
            .sorted()
            .collect(Collectors.joining(", ")),
        (frame.texts().day(flagger.from())
                + " – "
                + flagger.until().map(frame.texts()::day).orElse(""))
            .strip(),
        stands ? Tone.GOOD : tone(flagger.check()),
        stands ? frame.text("report.flagger.stands") : state(frame, flagger.check()),
        flaggers.keysOf(flagger.organisation()).stream()
            .map(KeyId::value)
            .collect(Collectors.joining(", ")),
        proposed && hindrance.isEmpty(),
        hindrance,
        flagger.check() instanceof Flagger.Check.Ended);
  }

  private static Tone tone(Flagger.Check check) {
    return check instanceof Flagger.Check.Proposed ? Tone.WAITING : Tone.NEUTRAL;
  }

  private static String state(Frame frame, Flagger.Check check) {
    return switch (check) {
      case Flagger.Check.Proposed _ -> frame.text("report.flagger.proposed");
      case Flagger.Check.Verified _ -> frame.text("report.flagger.not-in-time");
      case Flagger.Check.Ended _ -> frame.text("report.flagger.ended");
    };
  }
}
