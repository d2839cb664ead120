package org.vigie.server.home.web;

import java.net.URI;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.Alarm;
import org.vigie.server.frame.FirstStep;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.ToDo;

/// Shows each viewer what waits for them, and the panels that they may see. A viewer who may see
/// none is redirected to the first page that they may open.
@Controller
class HomeController {
  private final List<Alarm> alarms;
  private final List<HomePanel> panels;
  private final List<FirstStep> steps;
  private final ToDo waiting;
  private final InstantSource clock;

  HomeController(
      ObjectProvider<Alarm> alarms,
      ObjectProvider<HomePanel> panels,
      ObjectProvider<FirstStep> steps,
      ToDo waiting,
      InstantSource clock) {
    this.alarms = alarms.stream().toList();
    this.waiting = waiting;
    this.clock = clock;
    this.panels =
        panels.stream().sorted(Comparator.comparingInt(HomePanel::order)).toList();
    this.steps =
        steps.stream().sorted(Comparator.comparingInt(FirstStep::order)).toList();
  }

  @GetMapping("/")
  @Requires(Permission.OWN_ACCOUNT)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<HomePage> home(Frame frame, Authentication viewer) {
    return holds(viewer, Permission.OVERVIEW_READ)
        ? ResponseEntity.ok(page(frame, viewer))
        : elsewhere(frame);
  }

  private static ResponseEntity<HomePage> elsewhere(Frame frame) {
    String own = frame.navigation().entries().getFirst().path();
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(own)).build();
  }

  private HomePage page(Frame frame, Authentication viewer) {
    List<HomePanel.View> views = panels.stream()
        .filter(panel -> holds(viewer, panel.authority()))
        .map(panel -> panel.view(frame.texts()))
        .toList();
    List<Alarm.View> raised = alarms.stream()
        .filter(alarm -> holds(viewer, alarm.authority()))
        .flatMap(alarm -> alarm.view(frame.texts()).stream())
        .toList();
    return new HomePage(frame, raised, tasks(frame, viewer), views, stepsFor(frame, viewer));
  }

  private List<HomePage.Task> tasks(Frame frame, Authentication viewer) {
    return waiting.now(viewer).stream()
        .filter(item -> item.count().isEmpty() || item.number() > 0)
        .map(item -> HomePage.Task.of(item, frame.texts(), clock.instant()))
        .toList();
  }

  /// Returns no steps once all are done, even those done by others.
  private List<HomePage.Step> stepsFor(Frame frame, Authentication viewer) {
    List<HomePage.Step> listed = steps.stream()
        .map(step -> HomePage.Step.of(step, frame.texts(), holds(viewer, step.authority())))
        .toList();
    return listed.stream().allMatch(HomePage.Step::done) ? List.of() : listed;
  }

  private static boolean holds(Authentication viewer, GrantedAuthority wanted) {
    return viewer.getAuthorities().stream()
        .anyMatch(held -> Objects.equals(held.getAuthority(), wanted.getAuthority()));
  }
}
