package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.ServerTest;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.answering.Receipts;

/// Sends the public form as browsers without JavaScript do, over HTTP.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FormScene {
  static final String PLACE = "link=https://chat.example.org/c/17";
  static final String CHILD =
      "/report/send?reason=child-abuse&category=child-sexual-abuse-material&surface=public&"
          + PLACE;
  static final String SCAM = "reason=scam&category=phishing&surface=public&";
  static final String LEGAL = "/report/send?" + SCAM + "ground=illegal&" + PLACE;

  private static final String BOUNDARY = "----made-up-boundary";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\"");

  final JdbcClient jdbc;
  final String address;
  final HttpClient client = HttpClient.newHttpClient();

  private final Receipts receipts;

  FormScene(int port, Receipts receipts, JdbcClient jdbc) {
    this.address = "http://localhost:" + port;
    this.receipts = receipts;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void forgetWhoSent() {
    jdbc.sql("delete from report.throttle").update();
  }

  @AfterAll
  void close() {
    client.close();
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    request.header("Accept-Language", "en");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Sends the answers of a step in a body, as its form does.
  ///
  /// @param step the path and, behind a question mark, the answers; `lang` stays in the address
  HttpResponse<String> step(String step) throws Exception {
    String[] parts = step.split("\\?", 2);
    String language = parts[1].contains("lang=fr") ? "?lang=fr" : "";
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + parts[0] + language))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept-Language", "en")
        .header("Origin", "https://elsewhere.example.org")
        .POST(HttpRequest.BodyPublishers.ofString(parts[1]))
        .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// Returns the hidden fields of the form after a step.
  Map<String, String> form(String step) throws Exception {
    HttpResponse<String> page = step(step);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = HIDDEN.matcher(page.body());
    while (matcher.find()) {
      fields.put(matcher.group(1), matcher.group(2));
    }
    return fields;
  }

  HttpResponse<String> send(Map<String, String> fields) throws Exception {
    return send(fields, List.of());
  }

  HttpResponse<String> send(Map<String, String> fields, List<String> files) throws Exception {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> body.append("--" + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
    files.forEach(file -> body.append("--" + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"a.png\"\r\n"
        + "Content-Type: image/png\r\n\r\n" + file + "\r\n"));
    body.append("--" + BOUNDARY + "--\r\n");
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/report/notices"))
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .header("Accept-Language", "en")
        .header("Origin", "https://elsewhere.example.org")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
        .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  Notice received(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    String path = answer.headers().firstValue("Location").orElseThrow();
    String notice = path.substring("/report/receipt/".length()).split("\\.", -1)[0];
    return receipts.find(new NoticeId(UUID.fromString(notice))).orElseThrow();
  }

  Map<String, String> legal() throws Exception {
    Map<String, String> form = form(LEGAL);
    form.put("explanation", "It asks for the PIN of my bank.");
    form.put("name", "Invented Person");
    form.put("email", "invented@example.org");
    form.put("good_faith", "true");
    return form;
  }
}
