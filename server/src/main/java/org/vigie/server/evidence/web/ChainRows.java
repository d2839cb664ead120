package org.vigie.server.evidence.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Grant;
import org.vigie.server.access.Grants;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.CustodyEntry;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.frame.Frame;

/// Translates holds and custody chains, which are stored in identifiers and stable words, for
/// people. Shows unknown words as they are stored.
final class ChainRows {
  private static final Pattern HELD =
      Pattern.compile("hold:\\S+ expires=(\\S+) reference=(.*?) source=(.*)");
  private static final Pattern RELEASED = Pattern.compile("hold:\\S+ (.*)");
  private static final Pattern KEPT = Pattern.compile("until (\\S+), (.*)");
  private static final Pattern ASKED = Pattern.compile("asked by (\\S+): (.*)");
  private static final String VIGIE = new Caller.Vigie().reference();
  private static final String TERM_OVER = "its term is over";
  private static final String COPY = " copy: ";

  private final Grants grants;
  private final Names names;
  private final CaseLinks links;

  ChainRows(Grants grants, Names names, CaseLinks links) {
    this.grants = grants;
    this.names = names;
    this.links = links;
  }

  EvidencePage.Entry entry(Frame frame, EvidenceObject object, CustodyEntry entry) {
    return new EvidencePage.Entry(
        Integer.toString(entry.number()),
        frame.texts().time(entry.at()),
        frame.texts().get("evidence.act", entry.act()),
        names.issued(frame, entry.caller(), entry.at()),
        why(frame, object, entry),
        entry.grant().map(grant -> grant.value().toString()).orElse(""),
        entry.caller() + " " + entry.reason(),
        entry.hash().substring(0, 16));
  }

  private List<CaseLinks.Link> why(Frame frame, EvidenceObject object, CustodyEntry entry) {
    String reason = entry.reason();
    return switch (entry.act()) {
      case SEALED -> List.of(links.named(frame, object.description().source()));
      case OPENED, VEILED, COPIED -> opened(frame, entry);
      case HELD -> said(match(HELD, reason).map(held -> held(frame, held)).orElse(reason));
      case RELEASED -> said(match(RELEASED, reason).map(each -> each.group(1)).orElse(reason));
      case KEPT -> kept(frame, reason);
      case REWRAPPED -> said(reason);
      case DESTRUCTION_ASKED, DESTRUCTION_DECLINED, DESTRUCTION_REFUSED, DESTROYED ->
        said(ended(frame, entry));
    };
  }

  private static List<CaseLinks.Link> said(String words) {
    return List.of(CaseLinks.Link.words(words));
  }

  private static Optional<Matcher> match(Pattern form, String reason) {
    return Optional.of(form.matcher(reason)).filter(Matcher::matches);
  }

  private List<CaseLinks.Link> opened(Frame frame, CustodyEntry entry) {
    Optional<Grant> given = entry.grant().flatMap(grants::find);
    if (given.isEmpty()) {
      return said(entry.reason());
    }
    List<CaseLinks.Link> lines = new ArrayList<>();
    lines.add(
        CaseLinks.Link.words(frame.texts().get("evidence.purpose", given.get().purpose())));
    lines.add(links.named(frame, given.get().reason()));
    String before = given.get().purpose().word() + " " + given.get().reason() + COPY;
    if (entry.act() == CustodyAct.COPIED && entry.reason().startsWith(before)) {
      lines.add(CaseLinks.Link.words(
          frame.text("evidence.chain.copied-for", entry.reason().substring(before.length()))));
    }
    return lines;
  }

  private static String held(Frame frame, Matcher held) {
    Optional<Instant> expires =
        held.group(1).equals("never") ? Optional.empty() : instant(held.group(1));
    return frame.text("evidence.destroy.hold", held.group(3), held.group(2), end(frame, expires));
  }

  private List<CaseLinks.Link> kept(Frame frame, String reason) {
    return match(KEPT, reason)
        .flatMap(kept -> instant(kept.group(1))
            .map(until -> List.of(
                CaseLinks.Link.words(
                    frame.text("evidence.chain.until", frame.texts().time(until))),
                links.named(frame, kept.group(2)))))
        .orElseGet(() -> said(reason));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// Never takes the words of people for those of Vigie: its own sentences come from itself, or
  /// with the grant that a second person agreed to.
  private String ended(Frame frame, CustodyEntry entry) {
    String reason = entry.reason();
    if (entry.caller().equals(VIGIE) && reason.equals(TERM_OVER)) {
      return frame.text("evidence.chain.term-over");
    }
    boolean agreed = entry.grant().isPresent()
        && (entry.act() == CustodyAct.DESTROYED || entry.act() == CustodyAct.DESTRUCTION_REFUSED);
    return Optional.of(agreed)
        .filter(yes -> yes)
        .flatMap(_ -> match(ASKED, reason))
        .map(asked -> frame.text(
            "evidence.chain.asked-by", names.caller(frame, asked.group(1)), asked.group(2)))
        .orElse(reason);
  }

  EvidencePage.HoldRow row(Frame frame, Hold hold) {
    return new EvidencePage.HoldRow(
        hold.source(),
        hold.reference(),
        frame.texts().time(hold.at()),
        names.caller(frame, hold.by()),
        end(frame, hold.expires()));
  }

  /// Returns when a hold ends: by its last day, as it was entered, if it ends with a day.
  static String end(Frame frame, Optional<Instant> expires) {
    return expires
        .map(end -> lastDay(end)
            .map(day -> frame.text("evidence.hold.last-day", frame.texts().day(day)))
            .orElseGet(() -> frame.texts().time(end)))
        .orElseGet(() -> frame.text("evidence.hold.no-end"));
  }

  private static Optional<LocalDate> lastDay(Instant end) {
    LocalDate next = LocalDate.ofInstant(end, ZoneOffset.UTC);
    return Optional.of(next)
        .filter(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant().equals(end))
        .map(day -> day.minusDays(1));
  }
}
