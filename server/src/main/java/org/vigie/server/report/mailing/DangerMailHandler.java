package org.vigie.server.report.mailing;

import java.net.URI;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Texts;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectKind;

/// Writes mails about danger to life in every language of Vigie, and sends them.
final class DangerMailHandler implements EffectHandler {
  private final EveryLanguage languages;
  private final MailServer server;
  private final URI baseUrl;

  DangerMailHandler(MessageSource messages, MailServer server, URI baseUrl) {
    this.languages = new EveryLanguage(messages);
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
        languages.subject("report.danger-mail.subject"),
        languages.text(texts -> text(texts, mail)));
    return new Delivery.Delivered();
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
