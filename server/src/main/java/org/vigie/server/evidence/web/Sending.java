package org.vigie.server.evidence.web;

import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.Rendition;
import org.vigie.server.evidence.ShownMedia;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.UntrustedContent;

/// Sends opened evidence to browsers, as [UntrustedContent].
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
    return UntrustedContent.shown(
        type.equals(SNAPSHOT) ? PLAIN : MediaType.parseMediaType(type),
        opened.object().length(),
        opened.content());
  }

  /// Sends it to be kept as a file.
  static ResponseEntity<Resource> file(OpenedEvidence opened) {
    String name = "evidence-" + opened.object().id().value() + ending(opened.object());
    return UntrustedContent.file(
        name, MediaType.APPLICATION_OCTET_STREAM, opened.object().length(), opened.content());
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
    return UntrustedContent.shown(
        MediaType.parseMediaType(Rendition.MEDIA_TYPE), rendition.length(), rendition.content());
  }
}
