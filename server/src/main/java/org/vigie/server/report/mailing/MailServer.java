package org.vigie.server.report.mailing;

import java.util.Properties;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.vigie.server.report.settings.MailSettings;

/// The SMTP server of the operator. Threads: any.
public final class MailServer {
  private static final String TIMEOUT = "20000";

  private final MailSettings settings;

  public MailServer(MailSettings settings) {
    this.settings = settings;
  }

  /// Returns whether the operator has set a server; otherwise no mail is sent.
  public boolean isOn() {
    return settings.isOn();
  }

  /// Sends a plain text mail from the operator's address.
  ///
  /// @throws MailException if the server does not take it
  public void send(String to, String subject, String text) {
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(settings.from());
    message.setTo(to);
    message.setSubject(subject);
    message.setText(text);
    sender().send(message);
  }

  private JavaMailSenderImpl sender() {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding("UTF-8");
    if (!settings.user().isEmpty()) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
    sender.setJavaMailProperties(properties());
    return sender;
  }

  private Properties properties() {
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
