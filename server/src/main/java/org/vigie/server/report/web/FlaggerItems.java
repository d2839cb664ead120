package org.vigie.server.report.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.connector.IdempotencyKey;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.Policies;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a flagger's JSON: one notice or a list of notices, each of our own form or in XARF 4.
final class FlaggerItems {
  private final Policies policies;
  private final JsonMapper json;

  FlaggerItems(Policies policies, JsonMapper json) {
    this.policies = policies;
    this.json = json;
  }

  /// @throws ProblemException if it is neither an object nor a list
  List<FlaggerBatch.Item> read(JsonNode body) {
    if (body.isObject()) {
      return List.of(item(body));
    }
    if (!body.isArray()) {
      throw ProblemException.ofField("", "This is a notice or a list of notices, also in XARF 4.");
    }
    List<FlaggerBatch.Item> items = new ArrayList<>();
    body.forEach(each -> items.add(item(each)));
    return items;
  }

  private FlaggerBatch.Item item(JsonNode each) {
    return XarfReport.isOne(each) ? new Xarf(new XarfReport(each)) : () -> notice(each);
  }

  /// A report in XARF, which may come again under its own identifier.
  private final class Xarf implements FlaggerBatch.Item {
    private final XarfReport report;

    private Xarf(XarfReport report) {
      this.report = report;
    }

    @Override
    public NoticeJson notice() {
      return report.notice(policies.current());
    }

    @Override
    public Optional<IdempotencyKey> ownKey() {
      return Optional.of(report.key());
    }

    @Override
    public Optional<DroppedEvidence> dropped() {
      return DroppedEvidence.of(report);
    }
  }

  private NoticeJson notice(JsonNode each) {
    NoticeJson notice;
    try {
      notice = json.treeToValue(each, NoticeJson.class);
    } catch (JacksonException _) {
      throw ProblemException.ofField("", "A field is unknown, or of the wrong kind.");
    }
    if (notice == null) {
      throw ProblemException.ofField("", "This is a notice.");
    }
    if (notice.reporter() != null || notice.snapshot() != null) {
      throw ProblemException.ofField("", "reporter and snapshot are fields of messengers only.");
    }
    return notice;
  }
}
