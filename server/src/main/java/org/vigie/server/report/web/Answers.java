package org.vigie.server.report.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.vigie.server.frame.Page;

/// Answers with pages that must not be cached, as they show the content of a report.
final class Answers {
  private Answers() {}

  static <P extends Page> ResponseEntity<P> page(P page) {
    return page(HttpStatus.OK, page);
  }

  static <P extends Page> ResponseEntity<P> page(HttpStatusCode status, P page) {
    return ResponseEntity.status(status).header("Cache-Control", "no-store").body(page);
  }

  static ResponseEntity<Page> redirect(String path) {
    return seeOther(path).build();
  }

  /// Redirects where no page is ever shown.
  static ResponseEntity<Void> elsewhere(String address) {
    return seeOther(address).build();
  }

  private static ResponseEntity.HeadersBuilder<?> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Location", path)
        .header("Cache-Control", "no-store");
  }
}
