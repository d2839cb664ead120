package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Base64;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.secrets.Authenticator;
import org.vigie.server.access.secrets.Sealing;
import org.vigie.server.frame.QrPicture;

/// The authenticator app that a person is setting up: shown until its first code is right. Its
/// secret waits in the session, sealed for that person, as sessions are in the database.
public final class NewAuthenticator {
  private static final String ATTRIBUTE = "new-authenticator";

  private final Sealing sealing;
  private final SecureRandom random;

  public NewAuthenticator(Sealing sealing, SecureRandom random) {
    this.sealing = sealing;
    this.random = random;
  }

  /// The picture and the words on the page.
  ///
  /// @param words the secret for people who type it
  public record View(QrPicture picture, String words) {}

  View show(HttpServletRequest request, Person person) {
    Authenticator authenticator = of(request, person.id());
    return new View(QrPicture.of(authenticator.address(person.email())), authenticator.words());
  }

  /// Returns the authenticator that this session shows to a person, or a new one. A session never
  /// shows the authenticator of its previous person, who may know it.
  Authenticator of(HttpServletRequest request, PersonId person) {
    HttpSession session = request.getSession(true);
    String owner = person.value() + ":";
    if (session.getAttribute(ATTRIBUTE) instanceof String kept && kept.startsWith(owner)) {
      byte[] sealed = Base64.getDecoder().decode(kept.substring(owner.length()));
      return Authenticator.of(sealing.open(purpose(person), sealed));
    }
    Authenticator made = Authenticator.generate(random);
    byte[] sealed = sealing.seal(purpose(person), made.secret());
    session.setAttribute(ATTRIBUTE, owner + Base64.getEncoder().encodeToString(sealed));
    return made;
  }

  void forget(HttpServletRequest request) {
    request.getSession(true).removeAttribute(ATTRIBUTE);
  }

  private static String purpose(PersonId person) {
    return ATTRIBUTE + ":" + person.value();
  }
}
