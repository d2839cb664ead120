package org.vigie.server.scan.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A multipart body under construction, byte by byte, so that it may be wrong.
final class Multipart {
  static final String TYPE = "multipart/form-data; boundary=b0undary";
  private static final String NEXT = "--b0undary\r\n";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /// Returns a body with a picture and its submission.
  static Multipart of(String submission, byte[] media) {
    return new Multipart().json(submission).media(media);
  }

  Multipart json(String submission) {
    return part("name=\"submission\"", "application/json", text(submission));
  }

  Multipart media(byte[] media) {
    return part("name=\"media\"; filename=\"a.png\"", "image/png", media);
  }

  Multipart part(String disposition, String type, byte[] content) {
    bytes.writeBytes(text(NEXT + "Content-Disposition: form-data; " + disposition
        + "\r\nContent-Type: " + type + "\r\n\r\n"));
    bytes.writeBytes(content);
    bytes.writeBytes(text("\r\n"));
    return this;
  }

  byte[] end() {
    bytes.writeBytes(text("--b0undary--\r\n"));
    return unended();
  }

  byte[] unended() {
    return bytes.toByteArray();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
