package org.vigie.server.review.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.PersonId;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.Members;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.ShownMedia;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.Texts;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseSource.FromNotice;
import org.vigie.server.review.cases.CaseSource.FromScan;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.viewing.CaseMedia;
import org.vigie.server.review.viewing.Veil;
import org.vigie.server.review.viewing.Viewings;
import org.vigie.server.review.web.CasePage.Fact;
import org.vigie.server.review.web.CasePage.MatchRow;
import org.vigie.server.review.web.CasePage.MediaView;
import org.vigie.server.review.web.CasePage.NoticeSource;
import org.vigie.server.review.web.CasePage.ScanSource;
import org.vigie.server.review.web.CasePage.SnapshotView;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanMatch;
import org.vigie.server.scan.Scans;

/// Describes the scans, notices and evidence of a case in words.
final class SourceViews {
  private static final int MOST_MEMBERS = 5;

  private final Scans scans;
  private final NoticeViews notices;
  private final Vault vault;
  private final CaseMedia media;
  private final Viewings viewings;
  private final Members members;

  SourceViews(
      Scans scans,
      NoticeViews notices,
      Vault vault,
      CaseMedia media,
      Viewings viewings,
      Members members) {
    this.scans = scans;
    this.notices = notices;
    this.vault = vault;
    this.media = media;
    this.viewings = viewings;
    this.members = members;
  }

  /// @param holder the viewer, if they hold the case
  CasePage.Evidence of(CaseFile file, Words words, Optional<PersonId> holder) throws IOException {
    Case one = file.subject();
    Sightings sightings = new Sightings(one, scans(one), words.texts());
    List<EvidenceObject> sealed = sealed(one);
    return new CasePage.Evidence(
        sources(sightings, ended(file), known(sightings)),
        notices(one, words.texts()),
        media(sightings, sealed, holder),
        snapshots(one, holder, words.texts()),
        !sealed.isEmpty());
  }

  private List<Scan> scans(Case one) {
    return one.material().sources().stream()
        .flatMap(source -> source instanceof FromScan scan ? Stream.of(scan) : Stream.empty())
        .flatMap(source -> scans.find(source.scan()).stream())
        .toList();
  }

  private List<EvidenceObject> sealed(Case one) {
    return one.material().evidence().stream()
        .flatMap(id -> vault.find(id).stream())
        .filter(object -> object.state() == EvidenceObject.State.SEALED)
        .toList();
  }

  /// Returns the numbers of the matched members that have ended since.
  private static Set<Long> ended(CaseFile file) {
    return file.ended().stream()
        .map(member -> member.member().value())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<ScanSource> sources(
      Sightings sightings, Set<Long> ended, Map<MemberId, List<Fact>> known) {
    return Sightings.groups(
            sightings.scans(), scan -> sameness(scan, matches(scan, sightings, ended, known)))
        .stream()
        .map(same -> scan(same, matches(same.getFirst(), sightings, ended, known), sightings))
        .toList();
  }

  /// Describes the first matched members.
  private Map<MemberId, List<Fact>> known(Sightings sightings) {
    return sightings.scans().stream()
        .flatMap(scan -> matches(scan, sightings))
        .map(ScanMatch::member)
        .distinct()
        .limit(MOST_MEMBERS)
        .flatMap(id -> members.find(id).stream())
        .collect(
            Collectors.toUnmodifiableMap(Member::id, member -> facts(member, sightings.texts())));
  }

  private static List<Fact> facts(Member member, Texts texts) {
    MemberDescription said = member.description();
    return Stream.of(
            new Fact(texts.get("review.known.source"), said.source()),
            new Fact(texts.get("review.known.category"), said.category()),
            new Fact(texts.get("review.known.note"), said.note()),
            new Fact(texts.get("review.known.since"), texts.time(member.addedAt())))
        .filter(fact -> !fact.value().isEmpty())
        .toList();
  }

  private static Stream<ScanMatch> matches(Scan scan, Sightings sightings) {
    return scan.comparison().matches().stream()
        .filter(match -> match.bank().category().equals(sightings.subject().category()));
  }

  private List<NoticeSource> notices(Case one, Texts texts) {
    return one.material().sources().stream()
        .flatMap(source -> source instanceof FromNotice notice ? Stream.of(notice) : Stream.empty())
        .flatMap(source -> notices.find(source.notice(), texts).stream())
        .toList();
  }

  private List<SnapshotView> snapshots(Case one, Optional<PersonId> holder, Texts texts)
      throws IOException {
    List<Snapshot> snapshots =
        holder.isPresent() ? media.snapshots(holder.get(), one.id()) : List.of();
    return snapshots.stream()
        .distinct()
        .map(snapshot -> SnapshotViews.of(snapshot, texts))
        .toList();
  }

  /// Returns the key under which scans show as one: their matches or, without matches, the bytes of
  /// the media.
  private static Object sameness(Scan scan, List<MatchRow> matches) {
    return matches.isEmpty() ? Sightings.sha256(scan) : matches;
  }

  /// Shows media to the holder of the case only.
  private CasePage.Media media(
      Sightings sightings, List<EvidenceObject> sealed, Optional<PersonId> holder) {
    List<EvidenceObject> shown = sealed.stream()
        .filter(object -> object.description().kind() != EvidenceKind.SNAPSHOT)
        .toList();
    return new CasePage.Media(
        holder
            .map(viewings::of)
            .map(viewing -> viewing.of(sightings.subject().category()))
            .orElse(Veil.USUAL),
        Sightings.groups(shown, EvidenceObject::sha256).stream()
            .map(copies -> media(best(copies), copies.size(), sightings))
            .toList());
  }

  /// Chooses the copy to show for all: the first whose type pages can show, as a notice's copy has
  /// the type that its sender claimed.
  static EvidenceObject best(List<EvidenceObject> copies) {
    return copies.stream().filter(SourceViews::isShown).findFirst().orElse(copies.getFirst());
  }

  private static boolean isShown(EvidenceObject object) {
    return ShownMedia.TYPES.contains(object.description().mediaType());
  }

  private static MediaView media(EvidenceObject object, int copies, Sightings sightings) {
    String type = object.description().mediaType();
    String look = isShown(object) ? type.split("/", 2)[0] : "file";
    return new MediaView(
        MediaController.address(sightings.subject().id(), object.id()),
        look,
        sightings.texts().get("review.media", object.description().kind()),
        sightings.ofContent(object.sha256(), copies));
  }

  private static List<MatchRow> matches(
      Scan scan, Sightings sightings, Set<Long> ended, Map<MemberId, List<Fact>> known) {
    return matches(scan, sightings)
        .map(match -> match(
            match,
            ended.contains(match.member().value()),
            known.getOrDefault(match.member(), List.of()),
            sightings.texts()))
        .toList();
  }

  private static ScanSource scan(List<Scan> same, List<MatchRow> matches, Sightings sightings) {
    Scan first = same.getFirst();
    return new ScanSource(
        first.id().value().toString(),
        sightings.texts().time(first.id().at()),
        Words.named(first.subject().room()),
        matches,
        sightings.of(same));
  }

  private static MatchRow match(ScanMatch match, boolean ended, List<Fact> known, Texts texts) {
    String remarks = Stream.of(
            Optional.of("ended").filter(_ -> ended),
            Optional.of("verified").filter(_ -> match.bank().verified()),
            Optional.of("disputed").filter(_ -> match.doubt().disputed()),
            Optional.of("contradicted").filter(_ -> match.doubt().contradicted()))
        .flatMap(Optional::stream)
        .map(key -> texts.get("review.remark." + key))
        .reduce((a, b) -> a + ", " + b)
        .orElse("–");
    return new MatchRow(
        match.bank().name().value(),
        match.member().value(),
        match.signalType().id(),
        distance(match, texts),
        remarks,
        new CasePage.Nearness(match.isExact(), match.distance(), match.bank().radius()),
        known);
  }

  private static String distance(ScanMatch match, Texts texts) {
    return match.isExact()
        ? texts.get("review.equal")
        : texts.get("review.distance", match.distance(), match.bank().radius());
  }
}
