package org.vigie.server.evidence.web;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.vigie.server.access.GrantId;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.HoldId;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// The parts of the addresses of these pages.
final class EvidenceAddress {
  static final String GRANTS = "/evidence/grants";

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

  private EvidenceAddress() {}

  static EvidenceId id(String text) {
    return new EvidenceId(uuid(text));
  }

  static GrantId grant(String text) {
    return new GrantId(uuid(text));
  }

  static HoldId hold(String text) {
    return new HoldId(uuid(text));
  }

  private static UUID uuid(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw missing();
    }
    return UUID.fromString(text);
  }

  static EvidenceObject find(Vault vault, EvidenceId id) {
    return vault.find(id).orElseThrow(EvidenceAddress::missing);
  }

  static ProblemException missing() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such evidence.", Map.of());
  }

  static String of(EvidenceId id) {
    return "/evidence/" + id.value();
  }

  /// Returns the address where the holder of a grant opens an object.
  static String of(EvidenceId id, GrantId grant) {
    return of(id) + "/grants/" + grant.value();
  }

  static ResponseEntity<Page> redirect(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", path).build();
  }

  static ResponseEntity<Page> again(Page page) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(page);
  }
}
