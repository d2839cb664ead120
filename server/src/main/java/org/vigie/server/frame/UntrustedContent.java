package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.Map;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers with content of strangers, so that a browser executes nothing of it and nobody on the
/// way stores it.
public final class UntrustedContent {
  private static final Map<String, String> HARMLESS = Map.of(
      HttpHeaders.CACHE_CONTROL,
      "no-store",
      "Content-Security-Policy",
      "default-src 'none'; sandbox",
      "X-Content-Type-Options",
      "nosniff");

  private UntrustedContent() {}

  /// Sends content to be looked at.
  ///
  /// @param type a type of which browsers execute nothing
  public static ResponseEntity<Resource> shown(MediaType type, long length, InputStream content) {
    return answer(length).contentType(type).body(new InputStreamResource(content));
  }

  /// Sends content to be kept as a file.
  public static ResponseEntity<Resource> file(
      String name, MediaType type, long length, InputStream content) {
    return answer(length)
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
        .body(new InputStreamResource(content));
  }

  /// Begins a file that is written while it is sent, so that its length is not known.
  public static void beginFile(HttpServletResponse response, String name, MediaType type) {
    HARMLESS.forEach(response::setHeader);
    response.setContentType(type.toString());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
  }

  private static String attachment(String name) {
    return ContentDisposition.attachment().filename(name).build().toString();
  }

  private static ResponseEntity.BodyBuilder answer(long length) {
    return ResponseEntity.ok()
        .headers(headers -> HARMLESS.forEach(headers::set))
        .contentLength(length);
  }
}
