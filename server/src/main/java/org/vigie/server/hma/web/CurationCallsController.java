package org.vigie.server.hma.web;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.hma.curating.HmaBanks;
import org.vigie.server.hma.vocabulary.HmaProblems;
import tools.jackson.databind.JsonNode;

/// Banks.
@RestController
@RequestMapping("/hma/c")
class CurationCallsController {
  private final HmaBanks banks;

  CurationCallsController(HmaBanks banks) {
    this.banks = banks;
  }

  @GetMapping("/banks")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  List<BankAnswer> list() {
    return banks.list().stream().map(BankAnswer::of).toList();
  }

  @PostMapping("/banks")
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.BANKS_WRITE)
  BankAnswer create(Caller caller, @RequestBody JsonNode json) {
    Body body = new Body(json);
    String name =
        body.text("name").orElseThrow(() -> HmaProblems.bad("The field name is missing."));
    return BankAnswer.of(banks.create(name, ratio(body).orElse(1), caller));
  }

  @GetMapping("/bank/{name}")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  BankAnswer find(@PathVariable String name) {
    return BankAnswer.of(banks.get(name));
  }

  @PutMapping("/bank/{name}")
  @Requires(Permission.BANKS_WRITE)
  BankAnswer edit(Caller caller, @PathVariable String name, @RequestBody JsonNode json) {
    Body body = new Body(json);
    HmaBanks.Edit edit = new HmaBanks.Edit(body.text("name"), ratio(body));
    return BankAnswer.of(banks.edit(name, edit, caller));
  }

  /// Returns the ratio: `enabled_ratio` if it is there, otherwise that of `enabled`.
  private static OptionalDouble ratio(Body body) {
    OptionalDouble ratio = body.ratio("enabled_ratio");
    if (ratio.isPresent()) {
      return ratio;
    }
    return body.truth("enabled")
        .map(enabled -> OptionalDouble.of(enabled ? 1 : 0))
        .orElse(OptionalDouble.empty());
  }

  @DeleteMapping("/bank/{name}")
  @Requires(Permission.BANKS_WRITE)
  Map<String, String> delete(Caller caller, @PathVariable String name) {
    banks.close(name, caller);
    return Map.of("message", "Done");
  }
}
