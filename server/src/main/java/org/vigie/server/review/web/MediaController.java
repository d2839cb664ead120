package org.vigie.server.review.web;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Requires;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.OpenedEvidence;
import org.vigie.server.evidence.Rendition;
import org.vigie.server.evidence.ShownMedia;
import org.vigie.server.frame.UntrustedContent;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.review.viewing.CaseMedia;

/// Sends the media of a case to the person who holds it. Media of other types than known
/// pictures, films and sounds is sent as a file, so that no browser renders it as a page.
@Controller
class MediaController {
  private final CaseMedia media;
  private final Desk desk;

  MediaController(CaseMedia media, Desk desk) {
    this.media = media;
    this.desk = desk;
  }

  /// Without `veiled`, sends the original, after the ledger entry; with it, a rendition.
  @GetMapping("/review/cases/{id}/media/{evidence}")
  @Requires(Permission.CASES_DECIDE)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  ResponseEntity<Resource> media(
      Caller.Person caller,
      @PathVariable long id,
      @PathVariable UUID evidence,
      @RequestParam(defaultValue = "false") boolean veiled)
      throws IOException {
    return veiled
        ? rendition(caller.id(), new CaseId(id), new EvidenceId(evidence))
        : original(caller.id(), new CaseId(id), new EvidenceId(evidence));
  }

  private ResponseEntity<Resource> rendition(PersonId viewer, CaseId id, EvidenceId evidence)
      throws IOException {
    Rendition rendition =
        media.rendition(viewer, id, evidence).orElseThrow(ReviewProblems::notHeld);
    return UntrustedContent.shown(
        MediaType.parseMediaType(Rendition.MEDIA_TYPE), rendition.length(), rendition.content());
  }

  private ResponseEntity<Resource> original(PersonId viewer, CaseId id, EvidenceId evidence)
      throws IOException {
    OpenedEvidence opened =
        media.open(viewer, id, evidence).orElseThrow(ReviewProblems::notHeld).begun();
    String type = opened.object().description().mediaType();
    long length = opened.object().length();
    return ShownMedia.TYPES.contains(type)
        ? UntrustedContent.shown(MediaType.parseMediaType(type), length, opened.content())
        : UntrustedContent.file(
            "evidence", MediaType.APPLICATION_OCTET_STREAM, length, opened.content());
  }

  /// Reserves the case that the person is to get next, and returns the addresses of its pictures: a
  /// script fetches them behind their veil while the person works on another case.
  @PostMapping("/review/ahead")
  @ResponseBody
  @Requires(Permission.CASES_DECIDE)
  List<String> ahead(Caller.Person caller, @RequestParam(defaultValue = "") String within) {
    return desk.reserve(caller.id(), Within.of(within).query())
        .map(next -> media.ahead(caller.id(), next).stream()
            .map(evidence -> address(next.id(), evidence))
            .toList())
        .orElse(List.of());
  }

  /// Returns the address of one medium of a case.
  static String address(CaseId id, EvidenceId evidence) {
    return Claims.address(id) + "/media/" + evidence.value();
  }
}
