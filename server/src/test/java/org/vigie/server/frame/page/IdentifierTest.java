package org.vigie.server.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IdentifierTest {
  private static final String UUID = "01234567-89ab-4cde-8f01-23456789abcd";

  @Test
  void identifier_ofManyDigits_isShortenedToEight() {
    assertThat(Identifier.shortened(UUID)).isEqualTo("01234567…");
    assertThat(Identifier.shortened("person:" + UUID)).isEqualTo("person:01234567…");
    assertThat(Identifier.own("person:" + UUID)).isEqualTo(UUID);
    assertThat(Identifier.shortened("asked-by=person:" + UUID))
        .isEqualTo("asked-by=person:01234567…");
    assertThat(Identifier.shortened("0123456789abcdef".repeat(4))).isEqualTo("01234567…");
  }

  @Test
  void identifier_thatIsShortAlready_staysWhole() {
    assertThat(Identifier.shortened("case:42")).isEqualTo("case:42");
    assertThat(Identifier.isShortened("case:42")).isFalse();
    assertThat(Identifier.own("case:42")).isEqualTo("case:42");
    assertThat(Identifier.shortened("key:abcdefabcdef")).isEqualTo("key:abcdefabcdef");
  }
}
