package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.Person;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.access.secrets.Authenticator;
import org.vigie.server.access.secrets.EncodedPassword;
import org.vigie.server.access.signin.Credentials;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// Gives a person a way to sign in and uses their link up, both or neither.
final class Enrolling {
  private final Enrolments enrolments;
  private final Credentials credentials;
  private final Passkeys passkeys;
  private final TransactionOperations transactions;

  Enrolling(
      Enrolments enrolments,
      Credentials credentials,
      Passkeys passkeys,
      TransactionOperations transactions) {
    this.enrolments = enrolments;
    this.credentials = credentials;
    this.passkeys = passkeys;
    this.transactions = transactions;
  }

  /// Returns recovery codes. Returns empty, and keeps the link, if the code is wrong.
  Optional<List<String>> byPassword(
      String token,
      Person person,
      EncodedPassword password,
      Authenticator authenticator,
      String code) {
    return transactions.execute(_ -> {
      Optional<List<String>> codes =
          credentials.replace(person.id(), password, authenticator, code);
      codes.ifPresent(made -> use(token, person));
      return codes;
    });
  }

  /// Returns false, and keeps the link, if the passkey does not answer our request.
  boolean byPasskey(
      HttpServletRequest request, String token, Person person, String label, String credential) {
    return transactions.execute(_ -> {
      boolean created = passkeys.create(request, person, label, credential);
      if (created) {
        use(token, person);
      }
      return created;
    });
  }

  /// Throws, so that no credential is kept, if the link was used meanwhile.
  private void use(String token, Person person) {
    if (!enrolments.use(token, person.id())) {
      throw new ProblemException(ProblemType.CONFLICT, "The link was used meanwhile.", Map.of());
    }
  }
}
