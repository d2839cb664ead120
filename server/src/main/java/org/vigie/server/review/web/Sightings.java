package org.vigie.server.review.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.frame.Texts;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.web.CasePage.Seen;
import org.vigie.server.review.web.CasePage.Sighting;
import org.vigie.server.scan.Scan;

/// Groups scans and media of the same content, so that a reviewer sees it once, with all its
/// places.
///
/// @param scans of the case that are listed, oldest first
record Sightings(Case subject, List<Scan> scans, Texts texts) {
  /// Groups elements by key, in the order of the first of each group.
  static <K, V> Collection<List<V>> groups(List<V> all, Function<V, K> key) {
    Map<K, List<V>> groups = new LinkedHashMap<>();
    all.forEach(
        each -> groups.computeIfAbsent(key.apply(each), _ -> new ArrayList<>()).add(each));
    return groups.values();
  }

  /// Returns the places where content was seen, if there are several.
  ///
  /// @param sha256 64 lowercase hex digits
  /// @param copies the number of its objects in the case, which may come from notices
  Optional<Seen> ofContent(String sha256, int copies) {
    List<Scan> same = scans.stream().filter(scan -> sha256(scan).equals(sha256)).toList();
    return same.size() < copies
        ? Optional.of(new Seen(texts.get("review.seen.copies", copies), sightings(same)))
        : of(same);
  }

  /// Returns the SHA-256 digest of the media, as 64 lowercase hex digits.
  static String sha256(Scan scan) {
    return scan.signals().digests().stream()
        .filter(digest -> digest.type() == DigestType.SHA256)
        .map(digest -> HexFormat.of().formatHex(digest.bytes()))
        .findFirst()
        .orElse("");
  }

  /// Returns the places where scans saw the same content, if there are several.
  Optional<Seen> of(List<Scan> same) {
    return same.size() < 2
        ? Optional.empty()
        : Optional.of(new Seen(sentence(same), sightings(same)));
  }

  /// Of a case with very many sources only the newest are read.
  private String sentence(List<Scan> same) {
    String first = texts.time(same.getFirst().id().at());
    String last = texts.time(same.getLast().id().at());
    return subject.material().sources().size() < subject.material().seen()
        ? texts.get(
            "review.seen.of-newest",
            same.size(),
            first,
            last,
            subject.material().sources().size())
        : texts.get("review.seen.together", same.size(), first, last);
  }

  private List<Sighting> sightings(List<Scan> same) {
    return same.stream()
        .map(scan -> new Sighting(
            scan.id().value().toString(), texts.time(scan.id().at()), place(scan.subject())))
        .toList();
  }

  private String place(Subject shared) {
    return Stream.of(
            named("room", shared.room()),
            named("account", shared.account()),
            named("message", shared.message()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private Optional<String> named(String fact, Optional<Reference> reference) {
    return reference.map(
        named -> texts.get("review.seen.place", texts.get("review.fact." + fact), named.value()));
  }
}
