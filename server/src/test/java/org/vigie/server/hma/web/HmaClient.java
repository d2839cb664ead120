package org.vigie.server.hma.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the interface over HTTP, by default as a program on the same machine.
final class HmaClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "aPartEndsHere";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;
  private final HmaWay way;

  HmaClient(int port) {
    this(port, HmaWay.local());
  }

  HmaClient(int port, HmaWay way) {
    this.root = "http://localhost:" + port + way.root();
    this.way = way;
  }

  /// An answer.
  record Answer(int status, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }

    String message() {
      return json().path("message").stringValue("");
    }
  }

  /// A part of a form.
  ///
  /// @param file the name of the file; empty for a plain field
  @SuppressWarnings("ArrayRecordComponent") // no two parts are ever compared
  record Part(String name, String file, byte[] content) {
    static Part file(String name, byte[] content) {
      return new Part(name, "f.bin", content);
    }

    static Part field(String name, String text) {
      return new Part(name, "", text.getBytes(UTF_8));
    }
  }

  Answer get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(root + path)));
  }

  Answer delete(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(root + path)).DELETE());
  }

  Answer post(String path, String json) throws Exception {
    return send(json(path).POST(BodyPublishers.ofString(json)));
  }

  Answer put(String path, String json) throws Exception {
    return send(json(path).PUT(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder json(String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .header("Content-Type", "application/json");
  }

  Answer postForm(String path, Part... parts) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Part part : List.of(parts)) {
      String file = part.file().isEmpty() ? "" : "; filename=\"" + part.file() + "\"";
      body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part.name()
              + "\"" + file + "\r\n\r\n")
          .getBytes(ISO_8859_1));
      body.writeBytes(part.content());
      body.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
    return send(HttpRequest.newBuilder(URI.create(root + path))
        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /// Makes the call of a row of a table.
  Answer send(HmaRowWorld.Call call) throws Exception {
    if (!call.form().isEmpty()) {
      return postForm(call.path(), call.form().toArray(Part[]::new));
    }
    HttpRequest.Builder request = call.json().isEmpty()
        ? HttpRequest.newBuilder(URI.create(root + call.path()))
        : json(call.path());
    BodyPublisher body =
        call.json().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.json());
    return send(request.method(call.method(), body));
  }

  private Answer send(HttpRequest.Builder request) throws Exception {
    way.headers().forEach(request::header);
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    return new Answer(response.statusCode(), response.body());
  }
}
