package org.vigie.bench.doors;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A body of `multipart/form-data`.
final class Form {
  static final String BOUNDARY = "b8d1f0c2-vigie-doors";
  static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Form fields(Map<String, String> fields) {
    fields.forEach(this::field);
    return this;
  }

  Form field(String name, String value) {
    return text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
        + "\"\r\n\r\n" + value + "\r\n");
  }

  /// Begins a part of JSON.
  Form json(String name, String value) {
    return text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
        + "\"; filename=\"" + name + "\"\r\nContent-Type: application/json\r\n\r\n" + value
        + "\r\n");
  }

  Form file(String name, byte[] content) {
    beginFile(name);
    bytes.writeBytes(content);
    return text("\r\n");
  }

  /// Begins a file, whose bytes come later.
  Form beginFile(String name) {
    return text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
        + "\"; filename=\"file.png\"\r\nContent-Type: image/png\r\n\r\n");
  }

  private Form text(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// Returns the bytes written so far, without an end.
  byte[] begun() {
    return bytes.toByteArray();
  }

  byte[] whole() {
    text("--" + BOUNDARY + "--\r\n");
    return bytes.toByteArray();
  }
}
