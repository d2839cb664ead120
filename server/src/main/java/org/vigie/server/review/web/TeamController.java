package org.vigie.server.review.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.Frame;
import org.vigie.server.review.queueing.Cases;

/// Shows leads and auditors how the team's work goes.
@Controller
class TeamController {
  private final Cases cases;
  private final Wording wording;
  private final QueueFigures queues;
  private final TeamFigures team;

  TeamController(Cases cases, Wording wording, QueueFigures queues, TeamFigures team) {
    this.cases = cases;
    this.wording = wording;
    this.queues = queues;
    this.team = team;
  }

  @GetMapping("/review/lead")
  @ResponseBody
  @Requires(Permission.INSIGHTS_READ)
  @Look(Look.Kind.RECORDED)
  LeadPage team(Frame frame) {
    Words words = wording.in(frame);
    long overdue = cases.overdueDecisions();
    return new LeadPage(
        frame,
        cases.dangers(),
        overdue == 0 ? "" : frame.text("review.lead.overdue", overdue),
        List.of(
            queues.waiting(words),
            queues.ages(words),
            team.deadlines(words),
            team.decided(words),
            team.paces(words),
            team.exposure(words)));
  }
}
