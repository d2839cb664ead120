package org.vigie.server.scan.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.server.bank.Member;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.debugging.MatchExplanation;
import org.vigie.server.scan.debugging.MatchExplanation.Near;
import org.vigie.server.scan.debugging.MatchExplanation.Reason;

/// The page that explains why a picture matches or not.
///
/// @param catalogue names the categories
/// @param explanation empty before a file was sent
public record DebuggerPage(
    Frame frame,
    FormErrors errors,
    PolicyCatalogue catalogue,
    Optional<MatchExplanation> explanation)
    implements Page {
  /// One signal as a row.
  public record SignalRow(String type, String transform, String value) {}

  /// One member that is near as a row.
  public record NearRow(
      String bank,
      String category,
      String member,
      String status,
      String type,
      String distance,
      String radius,
      String minQuality,
      String transform,
      Tone tone,
      String sentence) {}

  /// Returns the explanation; call it only if there is one.
  public MatchExplanation result() {
    return explanation.orElseThrow();
  }

  public List<ScanPage.Fact> facts() {
    return List.of(
        fact("size", frame.texts().number(result().size())),
        fact("picture", picture()),
        fact("banks", frame.texts().number(result().banks().number())));
  }

  private ScanPage.Fact fact(String key, String value) {
    return new ScanPage.Fact(frame.text("scan.fact." + key), value);
  }

  private String picture() {
    return switch (result().signals().picture()) {
      case Picture read ->
        frame.text(
            "scan.picture",
            read.format().name(),
            frame.texts().number(read.width()),
            frame.texts().number(read.height()),
            frame.texts().number(read.quality()));
      case NoPicture none -> frame.text("scan.cause." + none.cause().key());
    };
  }

  public List<SignalRow> signals() {
    return result().signals().sought().stream()
        .map(sought -> new SignalRow(
            sought.signal().type().id(),
            sought.orientation().map(Dihedral::label).orElse(""),
            sought.signal().text()))
        .toList();
  }

  public List<NearRow> near() {
    return result().near().stream().map(this::row).toList();
  }

  private NearRow row(Near near) {
    var terms = near.neighbour().bank().terms();
    return new NearRow(
        near.neighbour().bank().name().value(),
        catalogue.name(near.neighbour().bank().category(), frame.texts().language()),
        Long.toString(near.neighbour().member().value()),
        near.status()
            .map(status -> frame.texts().get("scan.status", status))
            .orElse(frame.text("scan.none")),
        near.neighbour().type().id(),
        frame.texts().number(near.neighbour().distance()),
        frame.texts().number(terms.radius()),
        frame.texts().number(terms.minQuality()),
        near.neighbour().orientation().map(Dihedral::label).orElse(""),
        tone(near.reason()),
        sentence(near));
  }

  private static Tone tone(Reason reason) {
    return switch (reason) {
      case COUNTS -> Tone.BAD;
      case WITHDRAWN, SET_ASIDE, DISABLED -> Tone.WARNING;
      case SILENCED, BANK_OFF, LOW_QUALITY, BEYOND_RADIUS, FALSE_POSITIVE, MEMBER_OFF ->
        Tone.NEUTRAL;
    };
  }

  private String until(Instant moment) {
    return moment.equals(Member.FOR_GOOD)
        ? frame.text("bank.disabled-for-good")
        : frame.texts().time(moment);
  }

  private String sentence(Near near) {
    if (near.reason() == Reason.DISABLED) {
      return frame.text(
          "scan.reason.DISABLED", near.disabledUntil().map(this::until).orElse(""));
    }
    return near.silencer()
        .map(by -> frame.text(
            "scan.reason.SILENCED",
            by.bank().value(),
            Long.toString(by.member().value()),
            by.distance()))
        .orElseGet(() -> frame.texts().get("scan.reason", near.reason()));
  }
}
