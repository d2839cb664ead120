package org.vigie.server.access.signin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.platform.KeyRing;
import org.vigie.platform.SecretAccess;
import org.vigie.platform.SecretName;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.agreement.AccessGiving;
import org.vigie.server.access.agreement.AccessRequests;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.access.secrets.PasswordHashing;
import org.vigie.server.access.secrets.Sealing;
import org.vigie.server.access.store.CredentialStore;
import org.vigie.server.access.store.PasskeyStore;
import org.vigie.server.access.store.PeopleStore;
import org.vigie.server.access.store.SignInThrottleStore;
import org.vigie.server.frame.BackgroundWork;

/// Wires the ways to sign in, and the throttle before them.
@Configuration(proxyBeanMethods = false)
class AccessSignInConfiguration {
  private static final Duration CLEANED_EVERY = Duration.ofHours(1);

  @Bean
  Credentials credentials(
      CredentialStore store,
      Sealing sealing,
      PasswordHashing hashing,
      InstantSource clock,
      SecureRandom random) {
    return new Credentials(store, sealing, hashing, clock, random);
  }

  @Bean
  PasswordSignIn passwordSignIn(
      PeopleStore people,
      Credentials credentials,
      SignInThrottle throttle,
      AccessLedger ledger,
      TransactionOperations transactions) {
    return new PasswordSignIn(people, credentials, throttle, ledger, transactions);
  }

  @Bean
  SignInMarks signInMarks(ObjectProvider<KeyRing> keys) {
    return new SignInMarks(() -> new SecretKeySpec(
        keys.getObject().secret(new SecretName("sign-in")).bytes(SecretAccess.GRANTED),
        "HmacSHA256"));
  }

  @Bean
  SignInThrottle signInThrottle(SignInThrottleStore store, SignInMarks marks, InstantSource clock) {
    return new SignInThrottle(store, marks, clock);
  }

  /// Removes counts that the throttle does not need any more.
  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork signInChores(SignInThrottle throttle) {
    return new BackgroundWork("sign-in-chores", CLEANED_EVERY, () -> {
      throttle.clean();
      return CLEANED_EVERY;
    });
  }

  @Bean
  OwnAccount ownAccount(
      PeopleStore people,
      Credentials credentials,
      PasskeyStore passkeys,
      AccessLedger ledger,
      TransactionOperations transactions) {
    return new OwnAccount(people, credentials, passkeys, ledger, transactions);
  }

  @Bean
  SingleSignOn singleSignOn(
      PeopleStore people,
      Enrolments enrolments,
      AccessRequests requests,
      AccessGiving giving,
      AccessLedger ledger,
      TransactionOperations transactions) {
    return new SingleSignOn(people, enrolments, requests, giving, ledger, transactions);
  }
}
