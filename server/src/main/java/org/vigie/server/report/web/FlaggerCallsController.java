package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.FlaggerDesk;
import org.vigie.server.report.ReportProblems;
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
  private static final String TABLE = """
      category,explanation,address
      phishing,It asks for the PIN of a bank.,https://chat.example.org/c/17
      """;

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
  @Schema(name = "Notices")
  record NoticesAnswer(List<NoticeAnswer> notices) {}

  /// @param goodFaith has to be true for a table, each line of which is a legal notice
  @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
  @MayAnswer({"not-a-flagger", "too-large"})
  @RequestBody(
      description = "Up to 100 notices.",
      required = true,
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            array = @ArraySchema(schema = @Schema(implementation = NoticeJson.class)),
            examples = @ExampleObject("[" + NoticeJson.EXAMPLE + "]")),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = "string"),
            examples = @ExampleObject(TABLE))
      })
  @Requires(Permission.FLAG)
  FlaggerBatch.Answer send(
      HttpServletRequest http,
      Caller caller,
      @RequestParam(name = "good_faith", defaultValue = "false") boolean goodFaith)
      throws IOException {
    Flagger flagger = flaggers.flagger(caller);
    Optional<IdempotencyKey> key = IdempotencyHeader.of(http);
    byte[] body = body(http);
    return String.valueOf(http.getContentType()).startsWith("text/csv")
        ? batch.send(caller, flagger, key, FlaggerCsv.read(body, goodFaith))
        : send(caller, flagger, key, tree(body));
  }

  private static byte[] body(HttpServletRequest http) throws IOException {
    byte[] body = http.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "The body is larger than what is accepted.", Map.of());
    }
    return body;
  }

  private JsonNode tree(byte[] body) {
    try {
      return json.readTree(body);
    } catch (JacksonException _) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "The body is not well-formed JSON.", Map.of());
    }
  }

  private FlaggerBatch.Answer send(
      Caller caller, Flagger flagger, Optional<IdempotencyKey> key, JsonNode body)
      throws IOException {
    if (XarfReport.isOne(body)) {
      XarfReport report = new XarfReport(body);
      FlaggerBatch.Item item = () -> report.notice(policies.current());
      return batch.send(caller, flagger, Optional.of(report.key()), List.of(item));
    }
    if (!body.isArray()) {
      throw ProblemException.ofField("", "This is a list of notices, or a report in XARF 4.");
    }
    return batch.send(caller, flagger, key, items(body));
  }

  private List<FlaggerBatch.Item> items(JsonNode body) {
    List<FlaggerBatch.Item> items = new ArrayList<>();
    body.forEach(each -> items.add(() -> notice(each)));
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

  @GetMapping
  @MayAnswer("not-a-flagger")
  @Requires(Permission.FLAG)
  @Look(Look.Kind.OWN)
  NoticesAnswer last(Caller caller) {
    Flagger flagger = flaggers.flagger(caller);
    return new NoticesAnswer(
        desk.last(flagger.organisation()).stream().map(NoticeAnswer::of).toList());
  }

  @GetMapping("/{id}")
  @MayAnswer("not-a-flagger")
  @Requires(Permission.FLAG)
  @Look(Look.Kind.OWN)
  NoticeAnswer find(@PathVariable String id, Caller caller) {
    Flagger flagger = flaggers.flagger(caller);
    return NoticeIdText.read(id)
        .flatMap(notice -> desk.find(flagger.organisation(), notice))
        .map(NoticeAnswer::of)
        .orElseThrow(ReportProblems::noSuchNotice);
  }
}
