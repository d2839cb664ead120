package org.vigie.server.report.settings;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.server.access.EmailAddress;

/// Settings under `vigie.report.mail`: the SMTP server for mails to reporters who gave an address,
/// and for mails about access.
///
/// @param host of the SMTP server; without it no mail is sent; the page of the receipt still shows
///     the outcome
/// @param port 1 to 65535, default 587
/// @param user empty if the server needs no name
/// @param password of that user
/// @param from the address that mails come from
/// @param security of the connection, default `starttls`, without which nothing is sent
public record MailSettings(
    @DefaultValue("") String host,
    @DefaultValue("587") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    @DefaultValue("starttls") Security security) {
  private static final int LAST_PORT = 65_535;

  public MailSettings {
    if (port < 1 || port > LAST_PORT) {
      throw new IllegalArgumentException("vigie.report.mail.port is 1 to 65535");
    }
    if (!host.isEmpty() && !EmailAddress.isValid(from)) {
      throw new IllegalArgumentException(
          "vigie.report.mail.host is set, so vigie.report.mail.from has to be an e-mail address");
    }
  }

  /// How the connection to the SMTP server is protected.
  public enum Security {
    /// TLS from the first byte.
    TLS,
    /// TLS once both are connected; a server that does not offer it gets nothing.
    STARTTLS,
    /// None: only for a server on this machine.
    NONE
  }

  /// Returns whether anybody is written to.
  public boolean isOn() {
    return !host.isEmpty();
  }

  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + "]";
  }
}
