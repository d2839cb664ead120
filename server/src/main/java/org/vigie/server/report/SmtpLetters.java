package org.vigie.server.report;

import java.net.URI;
import java.util.Properties;
import org.springframework.context.MessageSource;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vigie.server.frame.Texts;
import org.vigie.server.report.store.NoticeStore;

/// Writes to reporters in the language of their notice, and hands the mails to an SMTP server.
/// A mail says nothing of what was reported: others may read it on the way.
final class SmtpLetters implements MailOutbox.Letters {
  private static final String TIMEOUT = "20000";

  private final NoticeStore notices;
  private final ReceiptCodes codes;
  private final MessageSource messages;
  private final MailSettings settings;
  private final URI baseUrl;

  SmtpLetters(
      NoticeStore notices,
      ReceiptCodes codes,
      MessageSource messages,
      MailSettings settings,
      URI baseUrl) {
    this.notices = notices;
    this.codes = codes;
    this.messages = messages;
    this.settings = settings;
    this.baseUrl = baseUrl;
  }

  @Override
  public void send(ReporterMail mail) {
    Notice notice = notices.find(mail.notice()).orElseThrow();
    if (notice.origin() instanceof Origin.Form form && form.contact().isPresent()) {
      Texts texts = new Texts(notice.claim().language(), messages);
      SimpleMailMessage message = new SimpleMailMessage();
      message.setFrom(settings.from());
      message.setTo(form.contact().get().email());
      message.setSubject(texts.get("report.mail.subject", mail.kind()));
      message.setText(text(texts, mail, notice));
      sender(settings).send(message);
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

  static JavaMailSenderImpl sender(MailSettings settings) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding("UTF-8");
    if (!settings.user().isEmpty()) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
    sender.setJavaMailProperties(properties(settings));
    return sender;
  }

  private static Properties properties(MailSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
    properties.setProperty("mail.smtp.timeout", TIMEOUT);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case NONE -> {}
    }
    if (!settings.user().isEmpty()) {
      properties.setProperty("mail.smtp.auth", "true");
    }
    return properties;
  }
}
