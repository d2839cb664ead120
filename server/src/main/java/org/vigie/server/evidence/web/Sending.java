package org.vigie.server.evidence.web;

import java.util.Map;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.Rendition;
import org.vigie.server.evidence.ShownMedia;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// Sends opened evidence so that a browser executes nothing of it, and stores nothing.
final class Sending {
  /// Shown as plain text.
  static final String SNAPSHOT = Snapshot.MEDIA_TYPE;

  private static final MediaType PLAIN = MediaType.parseMediaType("text/plain;charset=UTF-8");

  private Sending() {}

  static boolean isShown(EvidenceObject object) {
    String type = object.description().mediaType();
    return type.equals(SNAPSHOT) || ShownMedia.TYPES.contains(type);
  }

  /// Says that something can only be copied.
  static ProblemException notShown() {
    return new ProblemException(
        ProblemType.CONFLICT, "A browser cannot show this safely; take a copy.", Map.of());
  }

  /// Sends it to be viewed.
  static ResponseEntity<Resource> shown(OpenedEvidence opened) {
    String type = opened.object().description().mediaType();
    return answer(opened)
        .contentType(type.equals(SNAPSHOT) ? PLAIN : MediaType.parseMediaType(type))
        .body(new InputStreamResource(opened.content()));
  }

  /// Sends it to be kept as a file.
  static ResponseEntity<Resource> file(OpenedEvidence opened) {
    String name = "evidence-" + opened.object().id().value() + ending(opened.object());
    return answer(opened)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(new InputStreamResource(opened.content()));
  }

  private static String ending(EvidenceObject object) {
    String type = object.description().mediaType();
    if (type.equals(SNAPSHOT)) {
      return ".json";
    }
    return isShown(object) ? "." + type.split("/", 2)[1] : "";
  }

  /// Sends a veiled rendition.
  static ResponseEntity<Resource> rendition(Rendition rendition) {
    return answer(rendition.length())
        .contentType(MediaType.parseMediaType(Rendition.MEDIA_TYPE))
        .body(new InputStreamResource(rendition.content()));
  }

  private static ResponseEntity.BodyBuilder answer(OpenedEvidence opened) {
    return answer(opened.object().length());
  }

  private static ResponseEntity.BodyBuilder answer(long length) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .contentLength(length);
  }
}
