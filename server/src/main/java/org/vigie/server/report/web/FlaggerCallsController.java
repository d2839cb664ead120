package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.connector.IdempotencyKey;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.JsonMistakes;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.flagging.FlaggerDesk;
import org.vigie.server.report.intake.ReportProblems;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes the notices of hotlines and trusted flaggers, many at once, and answers their state.
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
  private final FlaggerItems items;
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
    this.items = new FlaggerItems(policies, json);
    this.json = json;
  }

  /// The last notices of an organisation.
  @Schema(name = "Notices")
  record NoticesAnswer(List<NoticeAnswer> notices) {}

  /// @param messenger of notices that name none
  /// @param goodFaith has to be true for a table, as each line is a legal notice
  @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
  @MayAnswer({"not-a-flagger", "too-large", "no-notice-taken"})
  @ApiResponse(responseCode = "200", description = "All notices were taken.")
  @ApiResponse(
      responseCode = "207",
      description = "Some notices were taken; results says which, and why not the others.",
      content = @Content(schema = @Schema(implementation = FlaggerBatch.Answer.class)))
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
  ResponseEntity<FlaggerBatch.Answer> send(
      HttpServletRequest http,
      Caller caller,
      @RequestParam Optional<String> messenger,
      @RequestParam(name = "good_faith", defaultValue = "false") boolean goodFaith)
      throws IOException {
    Flagger flagger = flaggers.flagger(caller);
    Optional<IdempotencyKey> key = IdempotencyHeader.of(http);
    byte[] body = body(http);
    List<FlaggerBatch.Item> items = String.valueOf(http.getContentType()).startsWith("text/csv")
        ? FlaggerCsv.read(body, goodFaith)
        : this.items.read(tree(body));
    FlaggerBatch.Manner manner = new FlaggerBatch.Manner(key, messenger.orElse(null));
    return answer(batch.send(caller, flagger, manner, items));
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
    } catch (JacksonException mistake) {
      throw JsonMistakes.refusal(mistake);
    }
  }

  /// The status alone shows whether all were taken (200), some (207), or none.
  private static ResponseEntity<FlaggerBatch.Answer> answer(FlaggerBatch.Answer answer) {
    if (answer.received() == 0) {
      throw noneTaken(answer);
    }
    return ResponseEntity.status(
            answer.received() == answer.results().size() ? HttpStatus.OK : HttpStatus.MULTI_STATUS)
        .header("Cache-Control", "no-store")
        .body(answer);
  }

  private static ProblemException noneTaken(FlaggerBatch.Answer answer) {
    return new ProblemException(
        ReportProblems.NO_NOTICE_TAKEN,
        "None of the notices was taken; results says for each what is wrong with it.",
        Map.of("results", answer.results()));
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
