package org.vigie.server.bank.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Banks;
import org.vigie.server.frame.MayAnswer;

@RestController
@RequestMapping("/api/v1/banks")
class BankCallsController {
  static final String PATH = "/api/v1/banks";

  private final Banks banks;
  private final BankPaths paths;

  BankCallsController(Banks banks, BankPaths paths) {
    this.banks = banks;
    this.paths = paths;
  }

  /// Every open bank, by name.
  @Schema(name = "Banks")
  record BanksJson(List<BankJson> banks) {}

  @GetMapping
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  BanksJson all() {
    return new BanksJson(banks.list().stream().map(BankJson::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @MayAnswer("bank-name-taken")
  @Requires(Permission.BANKS_WRITE)
  ResponseEntity<BankJson> create(@RequestBody BankJson body, Caller caller) {
    Bank bank = banks.create(paths.checked(body.draft()), caller);
    URI address = URI.create(PATH + "/" + bank.name().value());
    return ResponseEntity.created(address)
        .eTag(Versions.tag(bank.version()))
        .body(BankJson.of(bank));
  }

  @GetMapping("/{name}")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<BankJson> one(@PathVariable String name) {
    return answer(paths.bank(name));
  }

  @PutMapping("/{name}")
  @MayAnswer({"no-such-bank", "bank-name-taken", "changed-meanwhile", "version-required"})
  @Requires(Permission.BANKS_WRITE)
  ResponseEntity<BankJson> edit(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody BankJson body,
      Caller caller) {
    Bank bank = paths.bank(name);
    int version = Versions.required(ifMatch, body.version());
    return answer(banks.edit(bank.id(), version, paths.checked(body.draft()), caller));
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @MayAnswer({"no-such-bank", "changed-meanwhile", "version-required"})
  @Requires(Permission.BANKS_WRITE)
  void close(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      Caller caller) {
    banks.close(paths.bank(name).id(), Versions.required(ifMatch, null), caller);
  }

  private static ResponseEntity<BankJson> answer(Bank bank) {
    return ResponseEntity.ok().eTag(Versions.tag(bank.version())).body(BankJson.of(bank));
  }
}
