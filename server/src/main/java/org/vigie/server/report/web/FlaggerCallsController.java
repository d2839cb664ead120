package org.vigie.server.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.FlaggerDesk;
import org.vigie.server.scan.IdempotencyKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes the notices of hotlines and trusted flaggers, many at once, and tells them what became
/// of these.
@RestController
@RequestMapping("/api/v1/flagger/notices")
class FlaggerCallsController {
  private static final int MOST_BYTES = 2_000_000;

  private final FlaggerCaller flaggers;
  private final FlaggerBatch batch;
  private final FlaggerDesk desk;
  private final Policies policies;
  private final JsonMapper json;

  FlaggerCallsController(
      FlaggerCaller flaggers,
      FlaggerBatch batch,
      FlaggerDesk desk,
      Policies policies,
      JsonMapper json) {
    this.flaggers = flaggers;
    this.batch = batch;
    this.desk = desk;
    this.policies = policies;
    this.json = json;
  }

  /// The last notices of an organisation.
  record NoticesAnswer(List<NoticeAnswer> notices) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.FLAG)
  FlaggerBatch.Answer send(HttpServletRequest http, @RequestBody JsonNode body, Caller caller)
      throws IOException {
    Flagger flagger = flaggers.flagger(caller);
    Optional<IdempotencyKey> key = IdempotencyHeader.of(http);
    if (XarfReport.isOne(body)) {
      XarfReport report = new XarfReport(body);
      FlaggerBatch.Item item = () -> report.claim(policies.current());
      return batch.send(caller, flagger, Optional.of(report.key()), List.of(item));
    }
    if (!body.isArray()) {
      throw ProblemException.ofField("", "This is a list of notices, or a report in XARF 4.");
    }
    return batch.send(caller, flagger, key, items(body));
  }

  private List<FlaggerBatch.Item> items(JsonNode body) {
    List<FlaggerBatch.Item> items = new ArrayList<>();
    body.forEach(each -> items.add(() -> notice(each).claim()));
    return items;
  }

  private NoticeJson notice(JsonNode each) {
    NoticeJson notice;
    try {
      notice = json.treeToValue(each, NoticeJson.class);
    } catch (JacksonException _) {
      throw ProblemException.ofField("", "A field is unknown, or of the wrong kind.");
    }
    if (notice.reporter() != null || notice.snapshot() != null) {
      throw ProblemException.ofField("", "reporter and snapshot are fields of messengers only.");
    }
    return notice;
  }

  /// @param goodFaith has to be true: each line is a legal notice
  @PostMapping(consumes = "text/csv")
  @Requires(Permission.FLAG)
  FlaggerBatch.Answer sendTable(
      HttpServletRequest http,
      Caller caller,
      @RequestParam(name = "good_faith", defaultValue = "false") boolean goodFaith)
      throws IOException {
    Flagger flagger = flaggers.flagger(caller);
    byte[] body = http.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "The table is larger than what is accepted.", Map.of());
    }
    return batch.send(
        caller, flagger, IdempotencyHeader.of(http), FlaggerCsv.read(body, goodFaith));
  }

  @GetMapping
  @Requires(Permission.FLAG)
  NoticesAnswer last(Caller caller) {
    Flagger flagger = flaggers.flagger(caller);
    return new NoticesAnswer(
        desk.last(flagger.organisation()).stream().map(NoticeAnswer::of).toList());
  }
}
