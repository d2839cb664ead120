package org.vigie.server.home.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.ProblemTypes;

/// Explains the problem documents of the API: their `type` is the address of such a page.
@Controller
class ProblemController {
  private final ProblemTypes types;

  ProblemController(ProblemTypes types) {
    this.types = types;
  }

  @GetMapping("/problems")
  @ResponseBody
  @OpenToAll("whoever writes a program against the API reads this")
  ProblemsPage problems(Frame frame) {
    return new ProblemsPage(frame, types);
  }

  @GetMapping("/problems/{slug}")
  @ResponseBody
  @OpenToAll("the type of a problem document is this address")
  ProblemPage problem(Frame frame, @PathVariable String slug) {
    return types
        .find(slug)
        .map(type -> new ProblemPage(frame, type))
        .orElseThrow(() -> new ProblemException(
            ProblemType.NOT_FOUND, "There is no problem type of this name.", Map.of()));
  }
}
