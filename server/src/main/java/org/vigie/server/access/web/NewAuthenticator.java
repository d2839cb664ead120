package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Base64;
import org.vigie.server.access.Authenticator;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Sealing;

/// The authenticator app that somebody is about to set up: shown until its first code is right.
/// Its secret waits in the session, sealed, as sessions stand in the database.
public final class NewAuthenticator {
  private static final String ATTRIBUTE = "new-authenticator";

  private final Sealing sealing;
  private final SecureRandom random;

  public NewAuthenticator(Sealing sealing, SecureRandom random) {
    this.sealing = sealing;
    this.random = random;
  }

  /// What the page shows.
  ///
  /// @param words the secret for people who type it
  public record View(QrPicture picture, String words) {}

  View show(HttpServletRequest request, EmailAddress account) {
    Authenticator authenticator = of(request);
    return new View(QrPicture.of(authenticator.address(account)), authenticator.words());
  }

  /// Returns the one that this session shows, a new one if it shows none yet.
  Authenticator of(HttpServletRequest request) {
    HttpSession session = request.getSession(true);
    if (session.getAttribute(ATTRIBUTE) instanceof String sealed) {
      return Authenticator.of(sealing.open(ATTRIBUTE, Base64.getDecoder().decode(sealed)));
    }
    Authenticator made = Authenticator.generate(random);
    byte[] sealed = sealing.seal(ATTRIBUTE, made.secret());
    session.setAttribute(ATTRIBUTE, Base64.getEncoder().encodeToString(sealed));
    return made;
  }

  void forget(HttpServletRequest request) {
    request.getSession(true).removeAttribute(ATTRIBUTE);
  }
}
