package org.vigie.server.report.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.report.settings.ReportSettings;

/// The quick exit of the public form, for people who are watched: redirects to a page that anybody
/// could be reading. A script replaces the page with it, so that "back" does not return.
@Controller
class LeaveController {
  private final URI leaveTo;

  LeaveController(ReportSettings settings) {
    this.leaveTo = settings.leaveTo();
  }

  @GetMapping("/report/leave")
  @OpenToAll("whoever is watched at home can leave at once")
  ResponseEntity<Void> leave() {
    return Answers.elsewhere(leaveTo.toString());
  }
}
