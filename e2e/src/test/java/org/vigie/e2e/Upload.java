package org.vigie.e2e;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/// The body of a form with files.
final class Upload {
  static final String TYPE = "multipart/form-data; boundary=part";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /// Returns the form by which a public picture is submitted to be scanned.
  static Upload scan(byte[] picture) {
    return new Upload()
        .with("name=\"submission\"", "application/json", text("{\"surface\":\"public\"}"))
        .with("name=\"media\"; filename=\"a\"", "application/octet-stream", picture);
  }

  /// Adds a part.
  Upload with(String disposition, String type, byte[] content) {
    body.writeBytes(text("--part\r\nContent-Disposition: form-data; " + disposition
        + "\r\nContent-Type: " + type + "\r\n\r\n"));
    body.writeBytes(content);
    body.writeBytes(text("\r\n"));
    return this;
  }

  HttpRequest.BodyPublisher publisher() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(text("--part--\r\n"));
    return HttpRequest.BodyPublishers.ofByteArray(whole.toByteArray());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
