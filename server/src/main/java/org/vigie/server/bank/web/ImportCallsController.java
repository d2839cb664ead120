package org.vigie.server.bank.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Exports;
import org.vigie.server.bank.Import;
import org.vigie.server.bank.ImportForm;
import org.vigie.server.bank.ImportId;
import org.vigie.server.bank.Imports;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

@RestController
@RequestMapping("/api/v1/banks/{name}")
class ImportCallsController {
  private static final int LISTED = 50;

  private final Imports imports;
  private final Exports exports;
  private final BankPaths paths;

  ImportCallsController(Imports imports, Exports exports, BankPaths paths) {
    this.imports = imports;
    this.exports = exports;
    this.paths = paths;
  }

  /// The body is the file.
  @PostMapping(
      path = "/imports",
      consumes = {
        "text/csv",
        MediaType.TEXT_PLAIN_VALUE,
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_NDJSON_VALUE
      })
  @Requires(Permission.BANKS_WRITE)
  ResponseEntity<ImportJson> start(
      @PathVariable String name, HttpServletRequest request, Caller caller) throws IOException {
    Bank bank = paths.bank(name);
    boolean json = String.valueOf(request.getContentType()).contains("json");
    ImportForm form = json ? ImportForm.JSON : ImportForm.HASH_LIST;
    ImportId id = imports.start(bank, form, request.getInputStream(), caller);
    URI address = URI.create(BankCallsController.PATH + "/" + name + "/imports/" + id.value());
    return ResponseEntity.accepted().location(address).body(ImportJson.of(find(bank, id.value())));
  }

  @GetMapping("/imports")
  @Requires(Permission.BANKS_READ)
  Map<String, List<ImportJson>> all(@PathVariable String name) {
    Bank bank = paths.bank(name);
    return Map.of(
        "imports", imports.list(bank.id(), LISTED).stream().map(ImportJson::of).toList());
  }

  @GetMapping("/imports/{id}")
  @Requires(Permission.BANKS_READ)
  ImportJson one(@PathVariable String name, @PathVariable long id) {
    return ImportJson.of(find(paths.bank(name), id));
  }

  private Import find(Bank bank, long id) {
    return imports
        .find(new ImportId(id))
        .filter(found -> found.bank().equals(bank.id()))
        .orElseThrow(() -> new ProblemException(
            ProblemType.NOT_FOUND, "the bank has no import of this number", Map.of()));
  }

  /// A file that breaks off in the middle is told by the connection, as its length is not known
  /// before.
  @GetMapping("/export")
  @Requires(Permission.BANKS_READ)
  void export(
      Caller caller,
      @PathVariable String name,
      @RequestParam(defaultValue = "hash-list") String form,
      HttpServletResponse response)
      throws IOException {
    Bank bank = paths.bank(name);
    ImportForm as = Words.parse(ImportForm.class, "form", form);
    Downloads.head(response, bank, as);
    exports.write(bank, as, caller, response.getOutputStream());
  }

  /// The head of a file that is downloaded.
  static final class Downloads {
    private Downloads() {}

    static void head(HttpServletResponse response, Bank bank, ImportForm form) {
      boolean json = form == ImportForm.JSON;
      response.setContentType(json ? "application/json" : "text/csv;charset=UTF-8");
      String file = bank.name().value() + (json ? ".json" : ".csv");
      response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    }
  }
}
