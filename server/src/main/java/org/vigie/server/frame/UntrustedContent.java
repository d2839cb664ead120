package org.vigie.server.frame;

import java.io.InputStream;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Answers with content of strangers, so that a browser executes nothing of it and nobody on the
/// way stores it.
public final class UntrustedContent {
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
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(new InputStreamResource(content));
  }

  private static ResponseEntity.BodyBuilder answer(long length) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .contentLength(length);
  }
}
