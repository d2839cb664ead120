package org.vigie.server.report.mailing;

import java.net.URI;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Texts;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectKind;

/// Writes mails about access in every language of Vigie, and sends them.
final class AccessMailHandler implements EffectHandler {
  private final EveryLanguage languages;
  private final MailServer server;
  private final URI baseUrl;

  AccessMailHandler(MessageSource messages, MailServer server, URI baseUrl) {
    this.languages = new EveryLanguage(messages);
    this.server = server;
    this.baseUrl = baseUrl;
  }

  @Override
  public EffectKind kind() {
    return AccessMail.EFFECT;
  }

  @Override
  public boolean isOn() {
    return server.isOn();
  }

  @Override
  public Delivery deliver(Effect effect) {
    AccessMail mail = AccessMail.of(effect);
    server.send(
        mail.email(),
        languages.subject("report.access-mail.subject"),
        languages.text(texts -> text(texts, mail)));
    return new Delivery.Delivered();
  }

  private String text(Texts texts, AccessMail mail) {
    String kind = texts.get("report.access-mail.kind", mail.kind());
    String first = mail.own()
        ? texts.get("report.access-mail.own", mail.askedBy(), kind)
        : texts.get("report.access-mail.other", mail.askedBy(), mail.concerned(), kind);
    String second = mail.atOnce()
        ? texts.get("report.access-mail.at-once")
        : texts.get("report.access-mail.waits", texts.time(mail.dueAt()));
    return String.join("\n\n", first, second, baseUrl.resolve("/requests").toString());
  }
}
