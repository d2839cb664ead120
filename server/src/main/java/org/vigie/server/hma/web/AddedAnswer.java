package org.vigie.server.hma.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.vigie.server.bank.Member;

/// Content that was added, as JSON.
@Schema(name = "HmaAdded")
public record AddedAnswer(long id, Map<String, String> signals) {
  static AddedAnswer of(Member member) {
    return new AddedAnswer(member.id().value(), ContentAnswer.signals(member));
  }
}
