package org.vigie.server.report.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.attachments.FileShare;
import org.vigie.server.report.checking.Defect;
import org.vigie.server.report.checking.FileName;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewAttachment;

/// The portal of hotlines and trusted flaggers. Looks are recorded: an administrator could put
/// themselves into an organisation.
@Controller
@RequestMapping("/flagger")
class PortalController {
  private final FlaggerCaller flaggers;
  private final FlaggerBatch batch;
  private final PortalPages pages;
  private final FormGate gate;

  PortalController(FlaggerCaller flaggers, FlaggerBatch batch, PortalPages pages, FormGate gate) {
    this.flaggers = flaggers;
    this.batch = batch;
    this.pages = pages;
    this.gate = gate;
  }

  @GetMapping
  @Requires(Permission.FLAG)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<PortalPage> portal(Frame frame, Caller.Person caller) {
    return Answers.page(page(frame, caller, Map.of(), FormErrors.NONE, Optional.empty()));
  }

  private PortalPage page(
      Frame frame,
      Caller caller,
      Map<String, String> typed,
      FormErrors errors,
      Optional<PortalPage.TableResult> table) {
    return pages.page(frame, flaggers.flagger(caller), typed, errors, table);
  }

  @PostMapping("/notices")
  @Requires(Permission.FLAG)
  @Look(Look.Kind.RECORDED)
  Object send(
      Frame frame,
      Caller.Person caller,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = SentFiles.FIELD, required = false) @Nullable List<MultipartFile> sent,
      RedirectAttributes redirect)
      throws IOException {
    Flagger flagger = flaggers.flagger(caller);
    SentFiles files = files(sent);
    List<MalformedNoticeException> defects =
        Stream.concat(unchosen(typed), files.defects().stream()).toList();
    if (!defects.isEmpty()) {
      FormErrors errors = Mistakes.errors(frame, defects);
      return again(page(frame, caller, typed, errors, Optional.empty()));
    }
    FileShare share = gate.quotas().of(flagger.organisation());
    FlaggerBatch.Answer answer = batch.send(
        caller,
        flagger,
        FlaggerBatch.Manner.inMessenger(null),
        List.of(new WithFiles(notice(frame, typed), files.all(), share)));
    FlaggerBatch.Result result = answer.results().getFirst();
    if (result.noticeId() != null) {
      FlashMessages.add(
          redirect,
          frame.text(share.isSpent() ? "report.portal.sent-without-files" : "report.portal.sent"));
      return "redirect:/flagger";
    }
    return again(page(frame, caller, typed, LineMistakes.ofForm(frame, result), Optional.empty()));
  }

  /// A notice of the form.
  private record WithFiles(NoticeJson notice, List<NewAttachment> attachments, FileShare files)
      implements FlaggerBatch.Item {
    private WithFiles {
      attachments = List.copyOf(attachments);
    }

    @Override
    public Optional<FileShare> share() {
      return Optional.of(files);
    }
  }

  private SentFiles files(@Nullable List<MultipartFile> sent) throws IOException {
    SentFiles files = new SentFiles(gate.maxFile());
    for (MultipartFile file : sent == null ? List.<MultipartFile>of() : sent) {
      try (InputStream in = file.getInputStream()) {
        files.add(FileName.sent(file.getOriginalFilename()), file.getContentType(), in);
      }
    }
    return files;
  }

  /// Nothing that counts is chosen for the sender.
  private static Stream<MalformedNoticeException> unchosen(Map<String, String> typed) {
    return Stream.of("category", "surface")
        .filter(field -> typed.getOrDefault(field, "").isBlank())
        .map(field -> new MalformedNoticeException(field, Defect.MISSING));
  }

  private static NoticeJson notice(Frame frame, Map<String, String> typed) {
    Where where = Where.of(name -> typed.getOrDefault(name, "").strip());
    String reference = Optional.of(typed.getOrDefault("reference", "").strip())
        .filter(said -> !said.isEmpty())
        .orElse(null);
    NoticeJson.PlaceJson place = new NoticeJson.PlaceJson(
        where.place().get("account"),
        where.place().get("room"),
        where.place().get("message"),
        where.place().get("link"));
    return NoticeJson.ofFlagger(
        where.category(),
        typed.getOrDefault("explanation", "").replace("\r\n", "\n"),
        where.surface(),
        typed.containsKey("good_faith"),
        new NoticeJson.Sent(where.messenger(), frame.texts().language().code(), place, reference));
  }

  @GetMapping("/notices/{id}")
  @Requires(Permission.FLAG)
  @Look(value = Look.Kind.RECORDED, subject = "notice:{id}")
  ResponseEntity<PortalNoticePage> notice(
      Frame frame, Caller.Person caller, @PathVariable String id) {
    return Answers.page(pages.notice(frame, flaggers.flagger(caller), id));
  }

  @PostMapping("/table")
  @Requires(Permission.FLAG)
  @Look(Look.Kind.RECORDED)
  ResponseEntity<? extends Page> sendTable(
      Frame frame,
      Caller.Person caller,
      @RequestParam MultipartFile table,
      @RequestParam(name = "table_messenger", defaultValue = "") String messenger,
      @RequestParam(name = "good_faith", defaultValue = "") String goodFaith)
      throws IOException {
    Flagger flagger = flaggers.flagger(caller);
    try {
      List<FlaggerBatch.Item> items = FlaggerCsv.read(table.getBytes(), !goodFaith.isEmpty());
      if (items.isEmpty() || items.size() > FlaggerBatch.MOST) {
        return again(notRead(frame, caller, "size"));
      }
      FlaggerBatch.Manner manner = FlaggerBatch.Manner.inMessenger(messenger);
      FlaggerBatch.Answer answer = batch.send(caller, flagger, manner, items);
      return Answers.page(
          page(frame, caller, Map.of(), FormErrors.NONE, Optional.of(result(frame, answer))));
    } catch (MalformedTableException mistake) {
      return again(notRead(frame, caller, mistake.defect().word()));
    }
  }

  private PortalPage notRead(Frame frame, Caller caller, String defect) {
    FormErrors errors = LineMistakes.ofFile(frame, defect);
    return page(frame, caller, Map.of(), errors, Optional.empty());
  }

  private static ResponseEntity<PortalPage> again(PortalPage page) {
    return Answers.page(HttpStatus.UNPROCESSABLE_CONTENT, page);
  }

  private static PortalPage.TableResult result(Frame frame, FlaggerBatch.Answer answer) {
    return new PortalPage.TableResult(
        frame.text("report.portal.received", frame.texts().number(answer.received())),
        LineMistakes.ofTable(frame, answer));
  }
}
