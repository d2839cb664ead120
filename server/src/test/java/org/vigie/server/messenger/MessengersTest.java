package org.vigie.server.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.connector.MessengerId;
import org.vigie.server.frame.ProblemException;

final class MessengersTest {
  private static final MessengerId CHAT = new MessengerId("chat");
  private static final MessengerId FORUM = new MessengerId("forum");
  private static final Messengers ONE = new Messengers(List.of(CHAT));
  private static final Messengers TWO = new Messengers(List.of(CHAT, FORUM));

  @Test
  void named_ofOneMessenger_needNotBeSaid() {
    assertThat(ONE.named("messenger", null)).isEqualTo(CHAT);
    assertThat(ONE.named("messenger", "")).isEqualTo(CHAT);
    assertThat(ONE.named("messenger", "chat")).isEqualTo(CHAT);
  }

  @Test
  void named_ofSeveral_isTheOneThatIsSaid() {
    assertThat(TWO.named("messenger", "forum")).isEqualTo(FORUM);
  }

  @Test
  void named_missingOfSeveral_isRefusedWithTheirNames() {
    for (@Nullable String none : new @Nullable String[] {null, ""}) {
      ProblemException refusal = catchThrowableOfType(
          ProblemException.class, () -> TWO.named("submission.messenger", none));

      assertThat(refusal.problem().detail())
          .isEqualTo("This field is missing; it is one of: chat, forum.");
      assertThat(refusal.fields()).containsEntry("field", "submission.messenger");
    }
  }

  @Test
  void named_unknown_isRefusedWithTheirNames() {
    for (String name : List.of(" ", "main", "Chat", "chat ")) {
      ProblemException refusal =
          catchThrowableOfType(ProblemException.class, () -> ONE.named("messenger", name));

      assertThat(refusal.problem().detail()).isEqualTo("This is one of: chat.");
    }
  }

  @Test
  void shown_ofTheOnlyMessenger_isNothing() {
    assertThat(ONE.shown(CHAT)).isEmpty();
    assertThat(ONE.shown(FORUM)).contains("forum");
    assertThat(TWO.shown(CHAT)).contains("chat");
  }
}
