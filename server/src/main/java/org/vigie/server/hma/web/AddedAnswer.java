package org.vigie.server.hma.web;

import java.util.Map;
import org.vigie.server.bank.Member;

/// Content that was added, as JSON.
public record AddedAnswer(long id, Map<String, String> signals) {
  static AddedAnswer of(Member member) {
    return new AddedAnswer(member.id().value(), ContentAnswer.signals(member));
  }
}
