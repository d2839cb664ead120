package org.vigie.server.bank.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.bank.store.MemberEvent;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.frame.ProblemException;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@RestController
@RequestMapping("/api/v1/banks/{name}/members")
class MemberCallsController {
  private final StoredMembers members;
  private final BankPaths paths;
  private final SignalTypes types = SignalTypes.installed();

  MemberCallsController(StoredMembers members, BankPaths paths) {
    this.members = members;
    this.paths = paths;
  }

  /// Some members, and after which one the next begin; none if these are the last.
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "Members")
  record MembersJson(List<MemberJson> members, @Nullable Long after) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "StatusChange", example = """
      {"status": "withdrawn", "reason": "The hotline took it back.", "version": 1}""")
  record StatusJson(
      @Nullable String status,
      @Nullable String reason,
      @Nullable Integer version) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "MemberHistory")
  record HistoryJson(List<EventJson> history) {}

  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "MemberEvent")
  record EventJson(String act, String reason, String at, String by, long revision) {
    static EventJson of(MemberEvent event) {
      return new EventJson(
          EnumWords.of(event.act()),
          event.reason(),
          event.at().toString(),
          event.by(),
          event.revision());
    }
  }

  @GetMapping
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  MembersJson some(
      @PathVariable String name,
      @ParameterObject @ModelAttribute MemberSearch search,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > 1_000) {
      throw ProblemException.ofField("limit", "This is 1 to 1000.");
    }
    Bank bank = paths.bank(name);
    List<Member> found = members.list(bank.id(), search.query(types), after, limit);
    Long next = found.size() < limit ? null : found.getLast().id().value();
    return new MembersJson(found.stream().map(MemberJson::of).toList(), next);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @MayAnswer({"no-such-bank", "reference-taken"})
  @Requires(Permission.BANKS_WRITE)
  ResponseEntity<MemberJson> add(
      @PathVariable String name, @RequestBody MemberJson body, Caller caller) {
    Bank bank = paths.bank(name);
    if (body.status() != null && !body.status().equals(EnumWords.of(MemberStatus.ACTIVE))) {
      throw ProblemException.ofField("status", "A member is active when it is added.");
    }
    Member member = members.add(bank.id(), body.signals(types), body.description(), caller);
    URI address = URI.create(
        BankCallsController.PATH + "/" + name + "/members/" + member.id().value());
    return ResponseEntity.created(address)
        .eTag(Versions.tag(member.version()))
        .body(MemberJson.of(member));
  }

  @GetMapping("/{id}")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<MemberJson> one(@PathVariable String name, @PathVariable long id) {
    return answer(paths.member(paths.bank(name), id));
  }

  @GetMapping("/{id}/history")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  HistoryJson history(@PathVariable String name, @PathVariable long id) {
    Member member = paths.member(paths.bank(name), id);
    return new HistoryJson(
        members.history(member.id()).stream().map(EventJson::of).toList());
  }

  /// Changes the status of a member, except of one that is set aside: people put these back.
  @PostMapping("/{id}/status")
  @MayAnswer({"no-such-bank", "no-such-member", "changed-meanwhile", "not-possible-now"})
  @Requires(Permission.BANKS_WRITE)
  ResponseEntity<MemberJson> change(
      @PathVariable String name,
      @PathVariable long id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody StatusJson body,
      Caller caller) {
    Member member = paths.member(paths.bank(name), id);
    MemberStatus to = EnumWords.read(
        MemberStatus.class, "status", Optional.ofNullable(body.status()).orElse(""));
    Statuses.check(member.status(), to, false);
    StatusChange change;
    try {
      change = new StatusChange(
          to,
          Optional.ofNullable(body.reason()).orElse(""),
          Versions.seen(ifMatch, body.version()));
    } catch (IllegalArgumentException e) {
      throw ProblemException.ofField("reason", String.valueOf(e.getMessage()));
    }
    return answer(members.change(member.id(), change, caller));
  }

  private static ResponseEntity<MemberJson> answer(Member member) {
    return ResponseEntity.ok().eTag(Versions.tag(member.version())).body(MemberJson.of(member));
  }
}
