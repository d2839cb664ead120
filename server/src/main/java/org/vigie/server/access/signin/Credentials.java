package org.vigie.server.access.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.vigie.server.access.Base32;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Sha256;
import org.vigie.server.access.secrets.Authenticator;
import org.vigie.server.access.secrets.EncodedPassword;
import org.vigie.server.access.secrets.HashingBusyException;
import org.vigie.server.access.secrets.PasswordHashing;
import org.vigie.server.access.secrets.Sealing;
import org.vigie.server.access.store.CredentialStore;

/// Passwords with an authenticator app, and the recovery codes for when the app is lost.
public final class Credentials {
  /// The least number of characters of a password.
  public static final int MIN_PASSWORD = 12;

  private static final int MAX_PASSWORD = 200;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final Duration AFTER_THE_START = Duration.ofSeconds(5);

  private final CredentialStore store;
  private final Sealing sealing;
  private final PasswordHashing hashing;
  private final InstantSource clock;
  private final SecureRandom random;

  /// Computed shortly after the start, as it takes as long as checking a password.
  private final CompletableFuture<EncodedPassword> nobodysPassword;

  public Credentials(
      CredentialStore store,
      Sealing sealing,
      PasswordHashing hashing,
      InstantSource clock,
      SecureRandom random) {
    this.store = store;
    this.sealing = sealing;
    this.hashing = hashing;
    this.clock = clock;
    this.random = random;
    this.nobodysPassword = CompletableFuture.supplyAsync(
        () -> hashing.encodeNobodys(newCode()),
        CompletableFuture.delayedExecutor(AFTER_THE_START.toSeconds(), TimeUnit.SECONDS));
  }

  /// Returns whether a text may become a password: 12 to 200 characters.
  public static boolean isAcceptable(String password) {
    int length = password.codePointCount(0, password.length());
    return length >= MIN_PASSWORD && length <= MAX_PASSWORD;
  }

  /// Returns whether a person has a password with an authenticator app.
  public boolean hasPassword(PersonId person) {
    return store.find(person).isPresent();
  }

  /// Counts the unused recovery codes of a person.
  public int recoveryCodesLeft(PersonId person) {
    return store.codesLeft(person);
  }

  /// Returns the hash of a new password. This is slow: call it outside transactions.
  ///
  /// @throws HashingBusyException if too many wait; nothing was done
  public EncodedPassword encode(String password) {
    if (!isAcceptable(password)) {
      throw new IllegalArgumentException("a password has 12 to 200 characters");
    }
    return hashing.encode(password);
  }

  /// Returns whether a code is a current one of an app.
  public boolean isCurrent(Authenticator authenticator, String code) {
    return authenticator.stepOf(withoutSpaces(code), clock.instant()).isPresent();
  }

  /// Sets the password and the authenticator app of a person, and replaces earlier ones.
  ///
  /// @param code a current code of the app, which shows that it has the secret
  /// @return recovery codes, to be shown once; empty, and nothing changed, if the code is wrong
  public Optional<List<String>> replace(
      PersonId person, EncodedPassword password, Authenticator authenticator, String code) {
    OptionalLong step = authenticator.stepOf(withoutSpaces(code), clock.instant());
    if (step.isEmpty()) {
      return Optional.empty();
    }
    CredentialStore.Stored stored = new CredentialStore.Stored(
        password.text(), sealing.seal(purpose(person), authenticator.secret()));
    List<String> codes = newCodes();
    store.replace(
        person,
        stored,
        step.getAsLong(),
        codes.stream().map(this::digest).toList(),
        clock.instant());
    return Optional.of(codes);
  }

  /// Replaces the recovery codes of a person.
  public List<String> replaceRecoveryCodes(PersonId person) {
    List<String> codes = newCodes();
    store.replaceCodes(person, codes.stream().map(this::digest).toList());
    return codes;
  }

  /// Removes password, app and recovery codes.
  public void remove(PersonId person) {
    store.remove(person);
  }

  /// A password that was right, until it is changed.
  record RightPassword(PersonId person, String encoded) {
    @Override
    public String toString() {
      return "RightPassword[" + person + "]";
    }
  }

  /// Checks a password. This is slow, and takes as long for an unknown address as for a known one:
  /// call it outside transactions.
  ///
  /// @param person empty if no person has the address
  /// @throws HashingBusyException if too many wait; nothing was done
  Optional<RightPassword> check(Optional<PersonId> person, String password) {
    Optional<CredentialStore.Stored> stored = person.flatMap(store::find);
    boolean right = hashing.matches(
        password,
        stored
            .map(CredentialStore.Stored::encodedPassword)
            .orElseGet(() -> nobodysPassword.join().text()));
    return stored
        .filter(_ -> right)
        .map(found -> new RightPassword(person.orElseThrow(), found.encodedPassword()));
  }

  /// Checks and uses up a code. Returns false if the code is wrong, or the password was changed
  /// since it was checked.
  ///
  /// @param code of the authenticator app, or a recovery code
  boolean prove(RightPassword password, String code) {
    return store
        .find(password.person())
        .filter(now -> now.encodedPassword().equals(password.encoded()))
        .filter(now -> useCode(password.person(), now, withoutSpaces(code)))
        .isPresent();
  }

  private boolean useCode(PersonId person, CredentialStore.Stored stored, String code) {
    byte[] secret = sealing.open(purpose(person), stored.sealedSecret());
    OptionalLong step = Authenticator.of(secret).stepOf(code, clock.instant());
    return step.isPresent()
        ? store.useStep(person, step.getAsLong())
        : store.useCode(person, digest(code));
  }

  private List<String> newCodes() {
    return IntStream.range(0, RECOVERY_CODES).mapToObj(number -> newCode()).toList();
  }

  private String newCode() {
    byte[] bytes = new byte[RECOVERY_BYTES];
    random.nextBytes(bytes);
    return Base32.encode(bytes).replaceAll("(.{4})(?!$)", "$1-");
  }

  private byte[] digest(String recoveryCode) {
    return Sha256.of(withoutSpaces(recoveryCode));
  }

  /// People copy codes as the screen shows them, in groups.
  private static String withoutSpaces(String code) {
    return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  private static String purpose(PersonId person) {
    return "authenticator:" + person.value();
  }
}
