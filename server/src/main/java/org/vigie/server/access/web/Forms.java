package org.vigie.server.access.web;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Page;

/// Answers to forms, with their redirects.
final class Forms {
  private Forms() {}

  /// Returns a page that must not be cached, as it shows a secret or private data.
  static <P extends Page> ResponseEntity<P> page(P page) {
    return page(HttpStatus.OK, page);
  }

  static <P extends Page> ResponseEntity<P> page(HttpStatusCode status, P page) {
    return ResponseEntity.status(status).header("Cache-Control", "no-store").body(page);
  }

  /// Returns the page of a form again, with its errors.
  static <P extends Page> ResponseEntity<P> again(P page) {
    return page(HttpStatus.UNPROCESSABLE_CONTENT, page);
  }

  /// Returns the page of a form again, as there was no time to check it.
  static <P extends Page> ResponseEntity<P> busy(P page, Duration delay) {
    return later(HttpStatus.SERVICE_UNAVAILABLE, page, delay);
  }

  /// Returns the page of a form again, which is worth sending after a while.
  static <P extends Page> ResponseEntity<P> later(HttpStatusCode status, P page, Duration delay) {
    return ResponseEntity.status(status)
        .header("Cache-Control", "no-store")
        .header("Retry-After", Long.toString(delay.toSeconds()))
        .body(page);
  }

  static ResponseEntity<Page> redirect(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", path).build();
  }

  static FormErrors when(boolean wrong, FormErrors errors, String field, String sentence) {
    return wrong ? errors.with(field, sentence) : errors;
  }

  /// Returns a path of this site, even if a link from elsewhere named another address.
  static String ownPath(String then) {
    boolean own = then.startsWith("/")
        && !then.startsWith("//")
        && then.chars().allMatch(c -> c > ' ' && c != '\\' && c < 0x7F);
    return own ? then : "/";
  }
}
