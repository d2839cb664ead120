package org.vigie.server.report.mailing;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;

/// Writes to people about access, in every language of Vigie one after the other, as nobody has
/// said which is theirs, and hands the mails to the SMTP server.
final class AccessLetters implements AccessMails.Letters {
  private final MessageSource messages;
  private final MailServer server;
  private final URI baseUrl;

  AccessLetters(MessageSource messages, MailServer server, URI baseUrl) {
    this.messages = messages;
    this.server = server;
    this.baseUrl = baseUrl;
  }

  @Override
  public void send(AccessMail mail) {
    server.send(
        mail.email(),
        inEach(" / ", texts -> texts.get("report.access-mail.subject")),
        inEach("\n\n—\n\n", texts -> text(texts, mail.tidings())));
  }

  private interface Writing {
    String in(Texts texts);
  }

  private String inEach(String between, Writing writing) {
    return Arrays.stream(Language.values())
        .map(language -> writing.in(new Texts(language, messages)))
        .collect(Collectors.joining(between));
  }

  private String text(Texts texts, AccessMail.Tidings tidings) {
    String what = texts.get("report.access-mail.kind", tidings.kind());
    String first = tidings.own()
        ? texts.get("report.access-mail.own", tidings.askedBy(), what)
        : texts.get("report.access-mail.other", tidings.askedBy(), tidings.concerned(), what);
    String second = tidings.atOnce()
        ? texts.get("report.access-mail.at-once")
        : texts.get("report.access-mail.waits", texts.time(tidings.dueAt()));
    return String.join("\n\n", first, second, baseUrl.resolve("/requests").toString());
  }
}
