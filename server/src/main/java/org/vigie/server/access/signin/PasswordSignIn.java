package org.vigie.server.access.signin;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.secrets.HashingBusyException;
import org.vigie.server.access.store.PeopleStore;

/// Signs people in with a password and a code. Threads: any.
public final class PasswordSignIn {
  private final PeopleStore people;
  private final Credentials credentials;
  private final SignInThrottle throttle;
  private final AccessLedger ledger;
  private final TransactionOperations transactions;

  public PasswordSignIn(
      PeopleStore people,
      Credentials credentials,
      SignInThrottle throttle,
      AccessLedger ledger,
      TransactionOperations transactions) {
    this.people = people;
    this.credentials = credentials;
    this.throttle = throttle;
    this.ledger = ledger;
    this.transactions = transactions;
  }

  /// How an attempt ended.
  public sealed interface Attempt {
    record Proven(PersonId person) implements Attempt {}

    /// Address, password or code is wrong, or the person is disabled; the answer does not say
    /// which.
    record Refused() implements Attempt {}

    /// There were too many failures; nothing was checked.
    record Throttled(Duration delay) implements Attempt {}

    /// Too many people are signing in now; nothing was checked.
    record Busy(Duration delay) implements Attempt {}
  }

  /// The fields of the sign-in form.
  ///
  /// @param code of the authenticator app, or a recovery code
  public record Typed(String email, String password, String code) {
    /// @param email a missing field is `null`, and counts as empty
    public Typed(@Nullable String email, @Nullable String password, @Nullable String code) {
      this.email = Objects.requireNonNullElse(email, "");
      this.password = Objects.requireNonNullElse(password, "");
      this.code = Objects.requireNonNullElse(code, "");
    }

    @Override
    public String toString() {
      return "Typed[]";
    }
  }

  /// Tries to sign a person in.
  public Attempt attempt(Typed typed, CallerAddress address) {
    if (!EmailAddress.isValid(typed.email())) {
      return new Attempt.Refused();
    }
    return switch (throttle.take(new EmailAddress(typed.email()), address)) {
      case SignInThrottle.Leave.Refused(Duration delay) -> new Attempt.Throttled(delay);
      case SignInThrottle.Leave.Given given -> attempt(typed, given);
    };
  }

  /// Checks the password outside the transaction: this is slow, and must not hold a connection.
  private Attempt attempt(Typed typed, SignInThrottle.Leave.Given given) {
    Optional<Person> person = people.find(given.account());
    Optional<Credentials.RightPassword> right;
    try {
      right = credentials.check(person.map(Person::id), typed.password());
    } catch (HashingBusyException _) {
      throttle.notTried(given);
      return new Attempt.Busy(HashingBusyException.retryAfter());
    }
    return transactions.execute(_ -> finish(person, right, typed.code(), given));
  }

  private Attempt finish(
      Optional<Person> asked,
      Optional<Credentials.RightPassword> right,
      String code,
      SignInThrottle.Leave.Given given) {
    Optional<PersonId> proven = right
        .filter(password -> credentials.prove(password, code))
        .map(Credentials.RightPassword::person)
        .filter(this::mayEnter);
    if (proven.isEmpty()) {
      asked.ifPresent(person -> refused(person.id()));
      return new Attempt.Refused();
    }
    throttle.succeeded(given);
    return new Attempt.Proven(proven.get());
  }

  private boolean mayEnter(PersonId person) {
    return people.find(person).filter(now -> now.state() == Person.State.ACTIVE).isPresent();
  }

  private void refused(PersonId person) {
    ledger.record(
        new Caller.Vigie(), AccessAct.SIGN_IN_REFUSED, new Caller.Person(person).reference());
  }
}
