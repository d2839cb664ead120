package org.vigie.server.bank.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;

/// A member in words; never with media.
///
/// @param types the types of its signals
public record MemberRow(
    long id,
    String bank,
    String reference,
    String source,
    String category,
    String note,
    String metadata,
    String types,
    List<SignalRow> signals,
    String status,
    Tone tone,
    String disabledUntil,
    Moment addedAt,
    String addedBy) {
  /// A signal in its text form.
  public record SignalRow(String type, String value, String quality) {}

  static MemberRow of(Member member, String bank, Texts texts) {
    return new MemberRow(
        member.id().value(),
        bank,
        member.description().reference(),
        member.description().source(),
        member.description().category(),
        member.description().note(),
        member.description().metadata().orElse(""),
        member.signals().stream()
            .map(each -> each.signal().type().id())
            .distinct()
            .collect(Collectors.joining(", ")),
        member.signals().stream()
            .map(each -> new SignalRow(
                each.signal().type().id(),
                each.signal().text(),
                each.quality().isPresent() ? texts.number(each.quality().getAsInt()) : "–"))
            .toList(),
        texts.get("bank.status", member.status()),
        tone(member.status()),
        member.disabledUntil().map(until -> until(until, texts)).orElse(""),
        texts.moment(member.addedAt()),
        member.addedBy());
  }

  /// Returns in words until when a member is disabled.
  private static String until(Instant until, Texts texts) {
    return until.equals(Member.FOR_GOOD) ? texts.get("bank.disabled-for-good") : texts.time(until);
  }

  private static Tone tone(MemberStatus status) {
    return switch (status) {
      case ACTIVE -> Tone.GOOD;
      case DISPUTED -> Tone.WARNING;
      case SET_ASIDE -> Tone.WARNING;
      case WITHDRAWN -> Tone.BAD;
    };
  }
}
