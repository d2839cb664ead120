package org.vigie.server.bank.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.transfer.Exports;
import org.vigie.server.bank.transfer.Imports;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.UntrustedContent;

@RestController
@RequestMapping("/api/v1/banks/{name}")
class ImportCallsController {
  private static final int LISTED = 50;
  private static final String HASH_LIST = """
      signal_type,value,member,category
      pdq,0c9a091902ec426e7d93a9938eba266662edd7fca23c6596b897c26fd64cb235,case-17,a1
      md5,4272a838cb80e56b209d4dec9bb34c2e,case-17,a1
      """;
  private static final String DIGESTS = """
      # known by us
      d41d8cd98f00b204e9800998ecf8427e
      """;
  private static final String MEMBER = """
      {"member": "case-17", "category": "a1",\
       "signals": [{"type": "md5", "value": "4272a838cb80e56b209d4dec9bb34c2e"}]}""";

  private final Imports imports;
  private final Exports exports;
  private final BankPaths paths;

  ImportCallsController(Imports imports, Exports exports, BankPaths paths) {
    this.imports = imports;
    this.exports = exports;
    this.paths = paths;
  }

  /// The last imports of a bank.
  @Schema(name = "Imports")
  record ImportsJson(List<ImportJson> imports) {}

  /// The body is the file.
  @PostMapping(
      path = "/imports",
      consumes = {
        "text/csv",
        MediaType.TEXT_PLAIN_VALUE,
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.APPLICATION_NDJSON_VALUE
      })
  @ResponseStatus(HttpStatus.ACCEPTED)
  @RequestBody(
      description = "The file.",
      required = true,
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = "string"),
            examples = @ExampleObject(HASH_LIST)),
        @Content(
            mediaType = MediaType.TEXT_PLAIN_VALUE,
            schema = @Schema(type = "string"),
            examples = @ExampleObject(DIGESTS)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            array = @ArraySchema(schema = @Schema(implementation = MemberJson.class)),
            examples = @ExampleObject("[" + MEMBER + "]")),
        @Content(
            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
            schema = @Schema(implementation = MemberJson.class),
            examples = @ExampleObject(MEMBER))
      })
  @Requires(Permission.BANKS_WRITE)
  ResponseEntity<ImportJson> start(
      @PathVariable String name,
      @ParameterObject @ModelAttribute ImportAsked asked,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    Bank bank = paths.bank(name);
    boolean json = String.valueOf(request.getContentType()).contains("json");
    ImportForm form = json ? ImportForm.JSON : ImportForm.HASH_LIST;
    ImportId id = imports.start(bank, asked.terms(form), request.getInputStream(), caller);
    URI address = URI.create(BankCallsController.PATH + "/" + name + "/imports/" + id.value());
    return ResponseEntity.accepted().location(address).body(ImportJson.of(find(bank, id.value())));
  }

  @GetMapping("/imports")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ImportsJson all(@PathVariable String name) {
    Bank bank = paths.bank(name);
    return new ImportsJson(
        imports.list(bank.id(), LISTED).stream().map(ImportJson::of).toList());
  }

  @GetMapping("/imports/{id}")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
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

  /// Exports a bank. A file that breaks off in the middle shows as a broken connection, as its
  /// length is not known before.
  @GetMapping("/export")
  @ApiResponse(
      responseCode = "200",
      description = "The file.",
      content = {
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = "string"),
            examples = @ExampleObject(HASH_LIST)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            array = @ArraySchema(schema = @Schema(implementation = MemberJson.class)))
      })
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  void export(
      Caller caller,
      @PathVariable String name,
      @RequestParam(defaultValue = "hash-list") String form,
      HttpServletResponse response)
      throws IOException {
    Bank bank = paths.bank(name);
    ImportForm as = EnumWords.read(ImportForm.class, "form", form);
    Downloads.head(response, bank, as);
    exports.write(bank, as, caller, response.getOutputStream());
  }

  /// The head of a file that is downloaded.
  static final class Downloads {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Downloads() {}

    static void head(HttpServletResponse response, Bank bank, ImportForm form) {
      boolean json = form == ImportForm.JSON;
      UntrustedContent.beginFile(
          response,
          bank.name().value() + (json ? ".json" : ".csv"),
          json ? MediaType.APPLICATION_JSON : CSV);
    }
  }
}
