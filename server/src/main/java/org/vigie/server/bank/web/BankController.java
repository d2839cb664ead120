package org.vigie.server.bank.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.Viewer;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.transfer.Exports;
import org.vigie.server.bank.transfer.Imports;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

@Controller
@RequestMapping("/banks/{name}")
class BankController {
  private static final int MEMBERS = 50;
  private static final int IMPORTS = 5;

  private final StoredMembers members;
  private final Imports imports;
  private final Exports exports;
  private final BankPaths paths;
  private final SignalTypes types = SignalTypes.installed();

  BankController(StoredMembers members, Imports imports, Exports exports, BankPaths paths) {
    this.members = members;
    this.imports = imports;
    this.exports = exports;
    this.paths = paths;
  }

  @GetMapping
  @ResponseBody
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.RECORDED)
  BankPage one(
      Frame frame,
      @PathVariable String name,
      @ModelAttribute MemberSearch search,
      @RequestParam(defaultValue = "0") long after) {
    Bank bank = paths.bank(name);
    FormErrors errors = FormErrors.NONE;
    List<Member> found = List.of();
    try {
      found = members.list(bank.id(), search.query(types), after, MEMBERS);
    } catch (ProblemException e) {
      errors = errors.with("signal", frame.text("bank.error.signal"));
    }
    return new BankPage(
        frame,
        BankRow.of(bank, paths.catalogue(), frame.texts()),
        found.stream().map(member -> MemberRow.of(member, name, frame.texts())).toList(),
        filter(frame, search, errors),
        pager(name, search, found, after),
        imports.list(bank.id(), IMPORTS).stream()
            .map(each -> ImportRowView.of(each, frame.texts()))
            .toList(),
        bareTypes(frame),
        Viewer.may(Permission.BANKS_WRITE));
  }

  private static List<Choice> bareTypes(Frame frame) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", frame.text("bank.import.type.unsaid")));
    for (String type : ReadingTerms.BARE_TYPES) {
      choices.add(new Choice(type, frame.text("bank.import.type." + type)));
    }
    return choices;
  }

  private static MemberFilter filter(Frame frame, MemberSearch search, FormErrors errors) {
    List<Choice> statuses = new ArrayList<>();
    statuses.add(new Choice("", frame.text("bank.status.any")));
    for (MemberStatus status : MemberStatus.values()) {
      statuses.add(new Choice(EnumWords.of(status), frame.texts().get("bank.status", status)));
    }
    return new MemberFilter(
        text(search.status()),
        text(search.member()),
        text(search.source()),
        text(search.signal()),
        statuses,
        errors);
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said;
  }

  private static Pager pager(String name, MemberSearch search, List<Member> found, long after) {
    String address = "/banks/" + name + "?status=" + encoded(search.status()) + "&member="
        + encoded(search.member()) + "&source=" + encoded(search.source()) + "&signal="
        + encoded(search.signal());
    return new Pager(
        after > 0 ? Optional.of(address) : Optional.empty(),
        found.size() == MEMBERS
            ? Optional.of(address + "&after=" + found.getLast().id().value())
            : Optional.empty(),
        "");
  }

  private static String encoded(@Nullable String said) {
    return URLEncoder.encode(text(said), StandardCharsets.UTF_8);
  }

  @PostMapping("/imports")
  @Requires(Permission.BANKS_WRITE)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<Page> start(
      Caller caller,
      @PathVariable String name,
      @RequestParam MultipartFile file,
      @ModelAttribute ImportAsked asked)
      throws IOException {
    Bank bank = paths.bank(name);
    boolean json = String.valueOf(file.getOriginalFilename()).endsWith(".json");
    try (InputStream bytes = file.getInputStream()) {
      ImportForm form = json ? ImportForm.JSON : ImportForm.HASH_LIST;
      ImportId id = imports.start(bank, asked.terms(form), bytes, caller);
      return Redirects.to("/banks/" + name + "/imports/" + id.value());
    }
  }

  @GetMapping("/imports/{id}")
  @ResponseBody
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.RECORDED)
  ImportPage progress(Frame frame, @PathVariable String name, @PathVariable long id) {
    Import found = found(paths.bank(name), id);
    return new ImportPage(frame, name, ImportRowView.of(found, frame.texts()));
  }

  /// How far an import is, for the script of its page.
  ///
  /// @param rows read so far, in words
  /// @param percent of the file, 0 to 100
  /// @param over whether the page shows the end now
  record Progress(String rows, int percent, boolean over) {}

  /// Unlike the page, which is looked at once, this is asked every few seconds: it has no words of
  /// anybody, and no entry in the ledger.
  @GetMapping("/imports/{id}/progress")
  @ResponseBody
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  Progress progressNow(Frame frame, @PathVariable String name, @PathVariable long id) {
    Import found = found(paths.bank(name), id);
    return new Progress(
        frame.texts().number(found.progress().rowsRead()),
        found.progress().percent(),
        found.state().isFinal());
  }

  private Import found(Bank bank, long id) {
    return imports
        .find(new ImportId(id))
        .filter(each -> each.bank().equals(bank.id()))
        .orElseThrow(() -> new ProblemException(
            ProblemType.NOT_FOUND, "the bank has no import of this number", Map.of()));
  }

  @GetMapping("/export")
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
    ImportCallsController.Downloads.head(response, bank, as);
    exports.write(bank, as, caller, response.getOutputStream());
  }
}
