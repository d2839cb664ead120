package org.vigie.server.report.mailing;

import java.net.URI;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectKind;

/// Writes mails about danger to life in every language of Vigie, and sends them.
final class DangerMailHandler implements EffectHandler {
  private final MessageSource messages;
  private final MailServer server;
  private final URI baseUrl;

  DangerMailHandler(MessageSource messages, MailServer server, URI baseUrl) {
    this.messages = messages;
    this.server = server;
    this.baseUrl = baseUrl;
  }

  @Override
  public EffectKind kind() {
    return DangerMail.EFFECT;
  }

  @Override
  public boolean isOn() {
    return server.isOn();
  }

  @Override
  public Delivery deliver(Effect effect) {
    DangerMail mail = DangerMail.of(effect);
    server.send(
        mail.email(),
        inEach(" / ", texts -> texts.get("report.danger-mail.subject")),
        inEach("\n\n—\n\n", texts -> text(texts, mail)));
    return new Delivery.Delivered();
  }

  private String inEach(String between, Function<Texts, String> writing) {
    return Arrays.stream(Language.values())
        .map(language -> writing.apply(new Texts(language, messages)))
        .collect(Collectors.joining(between));
  }

  private String text(Texts texts, DangerMail mail) {
    String first = texts.get("report.danger-mail.text");
    String page = baseUrl.resolve(mail.page()).toString();
    return mail.dueAt()
        .map(due ->
            String.join("\n\n", first, texts.get("report.danger-mail.due", texts.time(due)), page))
        .orElseGet(() -> String.join("\n\n", first, page));
  }
}
