package org.vigie.server.report.answering;

import java.net.URI;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Texts;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Origin;
import org.vigie.server.report.mailing.MailServer;
import org.vigie.server.report.store.NoticeStore;

/// Writes mails to reporters in the language of their notice. A mail does not mention the reported
/// content, because others may read it on the way.
final class ReporterLetters implements MailOutbox.Letters {
  private final NoticeStore notices;
  private final ReceiptCodes codes;
  private final MessageSource messages;
  private final MailServer server;
  private final URI baseUrl;

  ReporterLetters(
      NoticeStore notices,
      ReceiptCodes codes,
      MessageSource messages,
      MailServer server,
      URI baseUrl) {
    this.notices = notices;
    this.codes = codes;
    this.messages = messages;
    this.server = server;
    this.baseUrl = baseUrl;
  }

  @Override
  public void send(ReporterMail mail) {
    Notice notice = notices.find(mail.notice()).orElseThrow();
    if (notice.origin() instanceof Origin.Form form && form.contact().isPresent()) {
      Texts texts = new Texts(notice.claim().language(), messages);
      server.send(
          form.contact().get().email(),
          texts.get("report.mail.subject", mail.kind()),
          text(texts, mail, notice));
    }
  }

  private String text(Texts texts, ReporterMail mail, Notice notice) {
    String link = baseUrl.resolve("/report/r/" + codes.of(notice.id()).value()).toString();
    return switch (mail.kind()) {
      case RECEIVED -> texts.get("report.mail.text.RECEIVED", link);
      case DECIDED -> decided(texts, notice, link);
    };
  }

  private static String decided(Texts texts, Notice notice, String link) {
    if (!(notice.progress() instanceof Notice.Progress.Decided decided)) {
      throw new IllegalStateException("a mail tells of a decision that is not there");
    }
    Notice.Outcome outcome = decided.outcome();
    return String.join(
        "\n\n",
        texts.get(outcome.founded() ? "report.state.founded" : "report.state.unfounded"),
        outcome.sentence(),
        texts.get(outcome.automated() ? "report.outcome.automated" : "report.outcome.person"),
        texts.get("report.redress.complaint"),
        texts.get("report.redress.elsewhere"),
        link);
  }
}
