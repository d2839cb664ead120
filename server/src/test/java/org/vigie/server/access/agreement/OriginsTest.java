package org.vigie.server.access.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.Agreement;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Role;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;

/// People who cannot agree yet see who let whom in, and when they can agree.
final class OriginsTest extends AccessByTwo {
  private final Texts texts;

  @Autowired
  OriginsTest(
      JdbcClient jdbc,
      TransactionOperations transactions,
      AccessSettings settings,
      MessageSource messages) {
    super(jdbc, transactions, settings);
    this.texts = new Texts(Language.EN, messages);
  }

  @BeforeEach
  void setUp() {
    settingUp = true;
  }

  private Caller.Person letInBy(Caller.Person giver) {
    Caller.Person person = invited(giver, Role.ADMINISTRATOR);
    assertThat(use(link(giver, person), person)).isTrue();
    return person;
  }

  private Optional<SharedOrigin> origin(Caller.Person one, Caller.Person other) {
    return origins.sharedOrigin(one.id(), other.id());
  }

  private String said(Caller.Person viewer, Caller.Person other) {
    return new WordedOrigins(origins, people)
        .hindrance(texts, viewer.id(), other.id())
        .orElse("");
  }

  @Test
  void origin_ofSomebodyOneLetIn_isThatOne_forADay() {
    Caller.Person cyd = letInBy(ada);

    assertThat(origin(ada, cyd))
        .contains(new SharedOrigin(ada.id(), true, now.plus(Agreement.WAIT)))
        .isEqualTo(origin(cyd, ada));
    String until = texts.time(now.plus(Agreement.WAIT));
    assertThat(said(ada, cyd))
        .startsWith("You gave Test Person access yourself")
        .contains(until);
    assertThat(said(cyd, ada)).startsWith("Test Person gave you access").contains(until);
    assertThat(origin(bob, cyd)).isEmpty();
    now = now.plus(Agreement.WAIT);
    assertThat(origin(ada, cyd)).isEmpty();
    assertThat(said(ada, cyd)).isEmpty();
  }

  @Test
  void origin_ofTwoWhomOneLetIn_isThatOne_untilTheSecondHasBeenInSight() {
    Caller.Person cyd = letInBy(ada);
    now = now.plus(Agreement.WAIT.dividedBy(2));
    Caller.Person dan = letInBy(ada);

    // Once the access of the first is settled, no other person is responsible for both.
    assertThat(origin(cyd, dan))
        .contains(new SharedOrigin(ada.id(), true, now.plus(Agreement.WAIT.dividedBy(2))));
    assertThat(said(cyd, dan)).startsWith("Test Person gave access to you and to Test Person");
  }

  @Test
  void person_isNotIndependentOfThemselves() {
    Caller.Person cyd = letInBy(ada);
    assertThat(origins.isBetween(ada.id(), ada.id())).isFalse();
    assertThat(origins.isBetween(cyd.id(), cyd.id())).isFalse();
    assertThat(origins.isBetween(ada.id(), bob.id())).isTrue();
  }

  @Test
  void origin_throughOthers_saysSo() {
    Caller.Person cyd = letInBy(ada);
    Caller.Person dan = letInBy(cyd);

    assertThat(origin(dan, ada))
        .contains(new SharedOrigin(ada.id(), false, now.plus(Agreement.WAIT)));
    assertThat(said(dan, ada)).startsWith("Your access and that of Test Person go back to");
  }
}
