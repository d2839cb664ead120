package org.vigie.server.bank.web;

import java.time.Instant;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.store.MemberEvent;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Texts;

/// An event of the history of a member, in words.
public record EventRow(String act, String reason, Moment at, String by) {
  static EventRow of(MemberEvent event, Texts texts) {
    String until = event.disabledUntil().map(moment -> until(moment, texts)).orElse("");
    String reason = event.reason().isEmpty() ? until : event.reason();
    return new EventRow(
        texts.get("bank.act", event.act()), reason, texts.moment(event.at()), event.by());
  }

  private static String until(Instant moment, Texts texts) {
    return moment.equals(Member.FOR_GOOD)
        ? texts.get("bank.disabled-without-end")
        : texts.time(moment);
  }
}
