package org.vigie.e2e;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.deciding.Desk;

/// A case with a synthetic film, which the invented person holds.
///
/// @param address of its page
/// @param evidence the film's name in the ledger
record FilmCase(String address, String evidence) {

  /// Records two seconds of a canvas that turns from red to blue.
  private static final String RECORD = """
      async () => {
        const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 90 });
        const context = canvas.getContext("2d");
        const begin = performance.now();
        const share = () => Math.min(1, (performance.now() - begin) / 2000);
        const paint = setInterval(() => {
          context.fillStyle = `rgb(${255 - 255 * share()}, 0, ${255 * share()})`;
          context.fillRect(0, 0, 160, 90);
        }, 20);
        const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm" });
        const parts = [];
        recorder.ondataavailable = (event) => parts.push(event.data);
        recorder.start();
        await new Promise((resolve) => setTimeout(resolve, 2200));
        await new Promise((resolve) => { recorder.onstop = resolve; recorder.stop(); });
        clearInterval(paint);
        const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
        return btoa(Array.from(bytes, (each) => String.fromCharCode(each)).join(""));
      }""";

  /// The film once it was recorded, which takes as long as the film.
  private static final AtomicReference<byte[]> FILM = new AtomicReference<>();

  /// Reports the film, made in a browser at the first call, and claims the case that opens.
  static FilmCase in(Page browser, String account) {
    byte[] film = FILM.updateAndGet(made -> made == null ? record(browser) : made);
    ApplicationContext context = RunningVigie.instance().context();
    Claim claim = InventedReports.claim(
        Ground.RULES,
        "scams-and-fraud",
        "A synthetic film.",
        InventedReports.content(Optional.empty(), Optional.of(account), Optional.empty()));
    NewAttachment attachment = new NewAttachment(
        EvidenceKind.ATTACHMENT, "video/webm", () -> new ByteArrayInputStream(film));
    CaseId id = new InventedReports(context).open(account, claim, List.of(attachment));
    context.getBean(Desk.class).claim(RunningVigie.instance().world().person(), id);
    String evidence = context
        .getBean(JdbcClient.class)
        .sql("select evidence_id from review.case_evidence where case_id = :case")
        .param("case", id.value())
        .query(String.class)
        .single();
    return new FilmCase("/review/cases/" + id.value(), "evidence:" + evidence);
  }

  /// Puts the case back.
  void release() {
    RunningVigie vigie = RunningVigie.instance();
    long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    vigie.context().getBean(Desk.class).release(vigie.world().person(), new CaseId(id));
  }

  private static byte[] record(Page browser) {
    return Base64.getDecoder().decode((String) browser.evaluate(RECORD));
  }
}
