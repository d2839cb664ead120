package org.vigie.server.bank.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.bank.Findings.Contradicted;
import org.vigie.server.bank.Findings.Found;
import org.vigie.server.bank.Findings.Silenced;
import org.vigie.server.bank.Match;

/* Which sightings of one piece of content count: docs/adr/0006-negative-banks.md.

1. An equal digest of a positive bank always counts. A negative bank that has an equal digest of
   the same content contradicts it, which is reported to people.
2. A perceptual sighting is silenced by an equal digest of a negative bank, unless 1 applies to
   the content.
3. A perceptual sighting is silenced by a nearer sighting of a negative bank, of the same signal
   type. One that is just as near contradicts it, and silences nothing: else a careless negative
   member, equal to a positive one, would hide all that the positive one finds. */
/// Decides which sightings of one piece of content count.
final class Judgement {
  private final List<Sighting> positive;
  private final List<Sighting> negative;
  private final Optional<Sighting> negativeDigest;
  private final boolean known;

  private final Set<Long> reported = new HashSet<>();
  private final List<Match> matches = new ArrayList<>();
  private final List<Silenced> silenced = new ArrayList<>();
  private final List<Contradicted> contradicted = new ArrayList<>();

  /// Decides which sightings count. Mostly there is one sighting, which nothing can silence or
  /// contradict.
  ///
  /// @param sightings at least one
  static Found of(List<Sighting> sightings) {
    Sighting first = sightings.getFirst();
    return sightings.size() == 1 && first.isPositive()
        ? new Found(List.of(first.match()), List.of(), List.of())
        : new Judgement(sightings).found();
  }

  private Judgement(List<Sighting> sightings) {
    List<Sighting> sorted = sightings.stream().sorted(Sighting.NEAREST_FIRST).toList();
    this.positive = sorted.stream().filter(Sighting::isPositive).toList();
    this.negative = sorted.stream().filter(each -> !each.isPositive()).toList();
    this.negativeDigest = negative.stream().filter(Sighting::isExact).findFirst();
    this.known = positive.stream().anyMatch(Sighting::isExact);
  }

  private Found found() {
    positive.stream().filter(each -> silencing(each).isEmpty()).forEach(this::count);
    positive.forEach(this::silence);
    return new Found(matches, silenced, contradicted);
  }

  private void count(Sighting sighting) {
    if (reported.add(sighting.member())) {
      Match match = sighting.match();
      matches.add(match);
      contradicting(sighting)
          .ifPresent(by -> contradicted.add(new Contradicted(match, by.match())));
    }
  }

  private void silence(Sighting sighting) {
    silencing(sighting)
        .filter(_ -> reported.add(sighting.member()))
        .ifPresent(by -> silenced.add(new Silenced(sighting.match(), by.match())));
  }

  private Optional<Sighting> silencing(Sighting sighting) {
    if (sighting.isExact()) {
      return Optional.empty();
    }
    Optional<Sighting> digest = known ? Optional.empty() : negativeDigest;
    return digest.or(
        () -> nearest(sighting).filter(nearest -> nearest.distance() < sighting.distance()));
  }

  private Optional<Sighting> contradicting(Sighting sighting) {
    return sighting.isExact()
        ? negativeDigest
        : nearest(sighting).filter(nearest -> nearest.distance() == sighting.distance());
  }

  /// Returns the nearest sighting of a negative bank of the same signal type.
  private Optional<Sighting> nearest(Sighting sighting) {
    return negative.stream().filter(sighting::isOfSameType).findFirst();
  }
}
