package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import org.vigie.server.access.Authenticator;
import org.vigie.server.access.Credentials;
import org.vigie.server.access.EncodedPassword;
import org.vigie.server.access.Enrolments;
import org.vigie.server.access.Person;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// Gives somebody a way to sign in and uses their link up, both or neither.
@Transactional
public class Enrolling {
  private final Enrolments enrolments;
  private final Credentials credentials;
  private final Passkeys passkeys;

  public Enrolling(Enrolments enrolments, Credentials credentials, Passkeys passkeys) {
    this.enrolments = enrolments;
    this.credentials = credentials;
    this.passkeys = passkeys;
  }

  /// Returns recovery codes; empty, and the link stays, if the code is wrong.
  public Optional<List<String>> byPassword(
      String token,
      Person person,
      EncodedPassword password,
      Authenticator authenticator,
      String code) {
    Optional<List<String>> codes = credentials.replace(person.id(), password, authenticator, code);
    codes.ifPresent(made -> use(token, person));
    return codes;
  }

  /// Returns false, and the link stays, if the passkey is not what was asked for.
  public boolean byPasskey(
      HttpServletRequest request, String token, Person person, String label, String credential) {
    boolean created = passkeys.create(request, person, label, credential);
    if (created) {
      use(token, person);
    }
    return created;
  }

  /// Throws, so that no credential is kept, if the link was used meanwhile.
  private void use(String token, Person person) {
    if (!enrolments.use(token, person.id())) {
      throw new ProblemException(ProblemType.CONFLICT, "The link was used meanwhile.", Map.of());
    }
  }
}
