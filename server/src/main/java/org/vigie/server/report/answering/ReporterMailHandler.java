package org.vigie.server.report.answering;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Texts;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.policy.Explanations;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Origin;
import org.vigie.server.report.mailing.MailServer;
import org.vigie.server.report.store.NoticeStore;

/// Writes mails to reporters in the language of their notice, and sends them. A mail does not
/// mention the reported content, because others may read it on the way.
///
/// Sends nothing to a reporter whose address was deleted meanwhile, and nothing about a decision
/// that was reversed meanwhile: the next decision has a mail of its own.
final class ReporterMailHandler implements EffectHandler {
  private final NoticeStore notices;
  private final ReceiptCodes codes;
  private final MessageSource messages;
  private final MailServer server;
  private final URI baseUrl;

  ReporterMailHandler(
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
  public EffectKind kind() {
    return ReporterMail.EFFECT;
  }

  @Override
  public boolean isOn() {
    return server.isOn();
  }

  @Override
  public Delivery deliver(Effect effect) {
    ReporterMail mail = ReporterMail.of(effect);
    Notice notice = notices.find(new NoticeId(mail.notice())).orElseThrow();
    Texts texts = new Texts(notice.claim().language(), messages);
    if (notice.origin() instanceof Origin.Form form && form.contact().isPresent()) {
      String to = form.contact().get().email();
      String subject = texts.get("report.mail.subject", mail.kind());
      text(texts, mail.kind(), notice).ifPresent(text -> server.send(to, subject, text));
    }
    return new Delivery.Delivered();
  }

  private Optional<String> text(Texts texts, ReporterMail.Kind kind, Notice notice) {
    String link = baseUrl.resolve("/report/r/" + codes.of(notice.id()).value()).toString();
    return switch (kind) {
      case RECEIVED -> Optional.of(texts.get("report.mail.text.RECEIVED", link));
      case DECIDED ->
        switch (notice.progress()) {
          case Notice.Progress.Open _ -> Optional.empty();
          case Notice.Progress.Decided(var _, var outcome) ->
            Optional.of(decided(texts, outcome, link));
        };
    };
  }

  private static String decided(Texts texts, Notice.Outcome outcome, String link) {
    Explanations explanations = new Explanations(texts);
    return Stream.of(
            List.of(explanations.state(outcome.founded())),
            explanations.outcome(outcome.sentence(), outcome.automated()),
            explanations.redress(),
            List.of(link))
        .flatMap(List::stream)
        .collect(Collectors.joining("\n\n"));
  }
}
