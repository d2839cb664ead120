package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.vigie.server.ServerTest;

/// The answers to failed requests, word by word.
@ServerTest
@Import(ProbeController.class)
@ExtendWith(OutputCaptureExtension.class)
final class ProblemAnswersTest {
  private static final String BODY = "/api/v1/probe/body";

  private final MockMvc http;

  @Autowired
  ProblemAnswersTest(MockMvc http) {
    this.http = http;
  }

  private void expect(RequestBuilder request, int status, String document) throws Exception {
    http.perform(request)
        .andExpect(status().is(status))
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().json(document));
  }

  private static RequestBuilder json(String body) {
    return post(BODY).contentType(MediaType.APPLICATION_JSON).content(body);
  }

  @Test
  void body_malformedJson_namesLineAndColumn() throws Exception {
    expect(json("{\n  \"limit\": 1,,\n}"), 400, """
        {"type": "/problems/malformed-request", "title": "The request could not be read.",
         "status": 400,
         "detail": "The body is not well-formed JSON, at line 2, column 14.",
         "line": 2, "column": 14}""");
  }

  @Test
  void body_missing_isMalformed() throws Exception {
    expect(json(""), 400, """
        {"type": "/problems/malformed-request", "detail": "The body is missing."}""");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          {"limit": "x"}                          | limit            | This has to be a whole number.
          {"limit": 99999999999}                  | limit            | This number is too large or too small.
          {"limit": 1, "signals": 3}              | signals          | This has to be a list.
          {"limit": 1, "signals": [7]}            | signals[0]       | This has to be an object.
          {"limit": 1, "signals": [{}, {"value": []}]} | signals[1].value | This has to be text.
          {"limit": 1, "signals": [{"kind": "X"}]}| signals[0].kind  | This has to be one of: CONFLICT, NOT_READY.
          {"limit": 1, "limits": 2}               | limits           | No field has this name; there are: limit, signals.
          {"limit": 1, "limit": 1}                | limit            | This field comes twice.
          {"signals": [{"value": "a"}, {"value": "b", "value": "b"}], "limit": 1} | signals[1].value | This field comes twice.
          []                                      | ``               | This has to be an object.
          """)
  void body_wrongField_namesItsPath(String body, String field, String detail) throws Exception {
    expect(json(body), 400, """
        {"type": "/problems/invalid-field", "title": "A field is invalid.",
         "status": 400, "detail": "%s", "field": "%s"}""".formatted(detail, field));
  }

  @Test
  void body_wrongField_isNotRepeated() throws Exception {
    String secret = ProbeController.SECRET;
    String answer = http.perform(json("{\"limit\": \"" + secret + "\"}"))
        .andReturn()
        .getResponse()
        .getContentAsString();

    assertThat(answer).contains("invalid-field").doesNotContain(secret);
  }

  @Test
  void body_otherMediaType_isUnsupported() throws Exception {
    expect(post(BODY).contentType(MediaType.TEXT_PLAIN).content("x"), 415, """
        {"type": "/problems/unsupported-media-type",
         "title": "The media type of the body is not supported.", "status": 415}""");
  }

  @Test
  void answer_inNoAcceptedType_isNotAcceptable() throws Exception {
    expect(
        post(BODY)
            .contentType(MediaType.APPLICATION_JSON)
            .accept(MediaType.IMAGE_PNG)
            .content("{\"limit\": 1}"),
        406,
        """
        {"type": "/problems/not-acceptable", "status": 406}""");
  }

  @Test
  void method_unknown_isNotAllowedAndNamesThose() throws Exception {
    http.perform(get(BODY)).andExpect(header().string("Allow", "POST"));
    expect(get(BODY), 405, """
        {"type": "/problems/method-not-allowed",
         "title": "The address does not support this method.", "status": 405}""");
  }

  @Test
  void parameter_missing_isNamed() throws Exception {
    expect(get("/api/v1/probe/parameter"), 400, """
        {"type": "/problems/invalid-field", "field": "radius",
         "detail": "This parameter is missing."}""");
  }

  @Test
  void parameter_ofWrongKind_isNamed() throws Exception {
    expect(get("/api/v1/probe/parameter?radius=far"), 400, """
        {"type": "/problems/invalid-field", "field": "radius",
         "detail": "This has to be a whole number."}""");
  }

  @Test
  void part_missing_isNamed() throws Exception {
    expect(multipart("/api/v1/probe/upload"), 400, """
        {"type": "/problems/invalid-field", "field": "media",
         "detail": "This part is missing."}""");
  }

  @Test
  void address_unknown_isNotFound() throws Exception {
    expect(get("/api/v1/nothing"), 404, """
        {"type": "/problems/not-found", "title": "Nothing exists at this address.",
         "status": 404}""");
  }

  @Test
  void handler_throwingAProblem_answersWithItsFields() throws Exception {
    expect(get("/api/v1/probe/problem?kind=CONFLICT"), 409, """
        {"type": "/problems/conflict",
         "title": "Conflict with a change or with an existing object.", "status": 409,
         "detail": "It exists.", "bank": 7}""");
  }

  @Test
  void handler_throwingACause_answersWithItsProblem() throws Exception {
    expect(get("/api/v1/probe/problem?kind=NOT_READY"), 503, """
        {"type": "/problems/not-ready", "title": "The index is not loaded yet.", "status": 503,
         "detail": "the index is not loaded yet"}""");
  }

  @Test
  void handler_failing_tellsNothingOfTheFailure(CapturedOutput log) throws Exception {
    expect(get("/api/v1/probe/failure"), 500, """
        {"type": "/problems/internal", "status": 500,
         "title": "Something went wrong inside Vigie; the request was not carried out."}""");
    assertThat(log.getAll())
        .contains("request failed", "java.lang.IllegalStateException", "ProbeController.failure")
        .doesNotContain(ProbeController.SECRET);
  }

  @Test
  void page_failing_isAPageInTheReadersLanguage() throws Exception {
    String page = http.perform(get("/probe/failure").header("Accept-Language", "fr"))
        .andExpect(status().isInternalServerError())
        .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
        .andReturn()
        .getResponse()
        .getContentAsString();

    assertThat(page)
        .contains("<html lang=\"fr\">", "<h1>Une erreur est survenue</h1>")
        .doesNotContain(ProbeController.SECRET);
  }

  @Test
  void page_unknown_isAPage() throws Exception {
    http.perform(get("/nothing"))
        .andExpect(status().isNotFound())
        .andExpect(
            content().string(org.hamcrest.Matchers.containsString("<h1>Page not found</h1>")));
  }
}
