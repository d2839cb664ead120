package org.vigie.server.scan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.connector.Reference;
import org.vigie.fingerprint.Dihedral;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.scan.Comparison.SilencedMatch;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanMatch;

/// One scan, without its media.
///
/// @param catalogue names the categories
/// @param messenger name of the messenger; empty where there is only one
public record ScanPage(
    Frame frame, Scan scan, PolicyCatalogue catalogue, Optional<String> messenger) implements Page {
  /// A name and its value.
  public record Fact(String name, String value) {}

  /// One match as a row.
  public record Row(
      String bank,
      String member,
      String category,
      String type,
      String distance,
      String transform,
      String remarks) {}

  public ScansPage.Badge outcome() {
    return ScansPage.badge(frame, scan.outcome().word(), scan.comparison().gap());
  }

  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("at", frame.texts().time(scan.id().at())));
    messenger.ifPresent(name -> facts.add(fact("messenger", name)));
    facts.addAll(place());
    facts.addAll(rest());
    return facts;
  }

  private List<Fact> place() {
    return List.of(
        fact("surface", frame.text("scan.surface." + scan.subject().surface().word())),
        fact("room", text(scan.subject().room())),
        fact("account", text(scan.subject().account())),
        fact("message", text(scan.subject().message())));
  }

  private List<Fact> rest() {
    return List.of(
        fact("caller", scan.caller()),
        fact("size", frame.texts().number(scan.size())),
        fact("picture", picture()),
        fact("banks", frame.texts().number(scan.comparison().banks().number())),
        fact("policy", frame.texts().number(scan.comparison().policy().number())),
        fact("decision", decision()),
        fact("media", media()));
  }

  private Fact fact(String key, String value) {
    return new Fact(frame.text("scan.fact." + key), value);
  }

  private String text(Optional<Reference> reference) {
    return reference.map(Reference::value).orElse(frame.text("scan.none"));
  }

  private String picture() {
    return scan.signals().picture() instanceof Picture read
        ? frame.text(
            "scan.picture",
            read.format().name(),
            frame.texts().number(read.width()),
            frame.texts().number(read.height()),
            frame.texts().number(read.quality()))
        : frame.text("scan.none");
  }

  private String media() {
    return scan.media().map(id -> id.value().toString()).orElse(frame.text("scan.media.none"));
  }

  private String decision() {
    return scan.comparison()
        .decision()
        .map(decision -> frame.text(
            "scan.decision." + decision.confirmation().word(),
            frame.text("scan.measure." + decision.measure().word())))
        .orElse(frame.text("scan.none"));
  }

  public List<Row> matches() {
    return scan.comparison().matches().stream()
        .map(match -> row(match, remarks(match)))
        .toList();
  }

  public List<Row> silenced() {
    return scan.comparison().silenced().stream()
        .map(each -> row(each.match(), remark(each.by())))
        .toList();
  }

  private String remark(SilencedMatch.Silencer by) {
    return frame.text(
        "scan.silenced-by", by.bank().value(), Long.toString(by.member().value()), by.distance());
  }

  private Row row(ScanMatch match, String remarks) {
    return new Row(
        match.bank().name().value(),
        Long.toString(match.member().value()),
        catalogue.name(match.bank().category(), frame.texts().language()),
        match.signalType().id(),
        distance(match),
        match.transform().map(Dihedral::label).orElse(""),
        remarks);
  }

  private String distance(ScanMatch match) {
    return match.isExact()
        ? frame.text("scan.equal")
        : frame.text("scan.distance-of", match.distance(), match.bank().radius());
  }

  private String remarks(ScanMatch match) {
    StringBuilder remarks = new StringBuilder();
    append(remarks, match.bank().verified(), "scan.remark.verified");
    append(remarks, match.doubt().disputed(), "scan.remark.disputed");
    append(remarks, match.doubt().contradicted(), "scan.remark.contradicted");
    append(remarks, match.found().retro(), "scan.remark.retro");
    return remarks.toString();
  }

  private void append(StringBuilder remarks, boolean applies, String key) {
    if (applies) {
      remarks.append(remarks.isEmpty() ? "" : ", ").append(frame.text(key));
    }
  }
}
