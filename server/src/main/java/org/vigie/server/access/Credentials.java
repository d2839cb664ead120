package org.vigie.server.access;

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
import org.springframework.security.crypto.password.PasswordEncoder;
import org.vigie.server.access.store.CredentialStore;

/// Passwords with an authenticator app, and the recovery codes for when the app is lost.
public final class Credentials {
  /// How many characters a password has at least.
  public static final int MIN_PASSWORD = 12;

  private static final int MAX_PASSWORD = 200;
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final Duration AFTER_THE_START = Duration.ofSeconds(5);

  private final CredentialStore store;
  private final Sealing sealing;
  private final PasswordEncoder encoder;
  private final InstantSource clock;
  private final SecureRandom random;

  /// Made a little after the start, as it takes as long as checking a password.
  private final CompletableFuture<String> nobodysPassword;

  public Credentials(
      CredentialStore store,
      Sealing sealing,
      PasswordEncoder encoder,
      InstantSource clock,
      SecureRandom random) {
    this.store = store;
    this.sealing = sealing;
    this.encoder = encoder;
    this.clock = clock;
    this.random = random;
    this.nobodysPassword = CompletableFuture.supplyAsync(
        () -> encoder.encode(newCode()),
        CompletableFuture.delayedExecutor(AFTER_THE_START.toSeconds(), TimeUnit.SECONDS));
  }

  /// Returns whether a text may become a password: 12 to 200 characters.
  public static boolean isAcceptable(String password) {
    int length = password.codePointCount(0, password.length());
    return length >= MIN_PASSWORD && length <= MAX_PASSWORD;
  }

  /// Returns whether somebody has a password with an authenticator app.
  public boolean hasPassword(PersonId person) {
    return store.find(person).isPresent();
  }

  /// Returns how many recovery codes somebody has left.
  public int recoveryCodesLeft(PersonId person) {
    return store.codesLeft(person);
  }

  /// Gives somebody a password and an authenticator app, in the place of those before.
  ///
  /// @param code a current code of the app, which shows that it has the secret
  /// @return recovery codes, to be shown once; empty, and nothing changed, if the code is wrong
  public Optional<List<String>> replace(
      PersonId person, String password, Authenticator authenticator, String code) {
    if (!isAcceptable(password)) {
      throw new IllegalArgumentException("a password has 12 to 200 characters");
    }
    OptionalLong step = authenticator.stepOf(withoutSpaces(code), clock.instant());
    if (step.isEmpty()) {
      return Optional.empty();
    }
    CredentialStore.Stored stored = new CredentialStore.Stored(
        encoder.encode(password), sealing.seal(purpose(person), authenticator.secret()));
    List<String> codes = newCodes();
    store.replace(
        person,
        stored,
        step.getAsLong(),
        codes.stream().map(this::digest).toList(),
        clock.instant());
    return Optional.of(codes);
  }

  /// Gives somebody new recovery codes in the place of the old ones.
  public List<String> replaceRecoveryCodes(PersonId person) {
    List<String> codes = newCodes();
    store.replaceCodes(person, codes.stream().map(this::digest).toList());
    return codes;
  }

  /// Removes password, app and recovery codes.
  public void remove(PersonId person) {
    store.remove(person);
  }

  /// Proves somebody by password and code, and uses the code up. Takes as long for nobody as for
  /// somebody.
  ///
  /// @param person empty if nobody has the address that was given
  /// @param code of the authenticator app, or a recovery code
  boolean prove(Optional<PersonId> person, String password, String code) {
    Optional<CredentialStore.Stored> stored = person.flatMap(store::find);
    boolean right = encoder.matches(
        password,
        stored.map(CredentialStore.Stored::encodedPassword).orElseGet(nobodysPassword::join));
    return right
        && person.isPresent()
        && stored.isPresent()
        && useCode(person.get(), stored.get(), withoutSpaces(code));
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

  /// People copy codes as they stand on the screen, in groups.
  private static String withoutSpaces(String code) {
    return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  private static String purpose(PersonId person) {
    return "authenticator:" + person.value();
  }
}
