package org.vigie.e2e;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.ProblemTypes;

/// Fails as a busy server does, or one without its database or disk space, to show the error pages.
/// Exists only in these tests.
@Controller
class FailureController {
  static final String PATH = "/made-up-failures/";

  private final ProblemTypes types;

  FailureController(ProblemTypes types) {
    this.types = types;
  }

  @GetMapping(PATH + "{slug}")
  @OpenToAll("exists only in tests")
  void fail(@PathVariable("slug") String slug) {
    ProblemType type = types.find(slug).orElseThrow();
    throw new ProblemException(type, "made up", Map.of());
  }
}
