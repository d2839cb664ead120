package org.vigie.server.bank.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.vigie.server.frame.Page;

/// The redirects after a form was accepted.
final class Redirects {
  private Redirects() {}

  static ResponseEntity<Page> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path))
        .build();
  }
}
