package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FormErrorsTest {
  private static final FormErrors ERRORS =
      FormErrors.NONE.with("name", "Enter a name.").with("radius", "Enter 0 to 31.");

  @Test
  void errors_ofFields_keepTheirOrder() {
    assertThat(ERRORS.all())
        .extracting(FormErrors.FieldError::field)
        .containsExactly("name", "radius");
  }

  @Test
  void error_ofAField_isItsOwn() {
    assertThat(ERRORS.of("radius")).isEqualTo("Enter 0 to 31.");
    assertThat(ERRORS.of("other")).isEmpty();
  }

  @Test
  void description_ofAField_namesHintAndError() {
    assertThat(ERRORS.describedBy("name", true)).isEqualTo("name-hint name-error");
    assertThat(ERRORS.describedBy("name", false)).isEqualTo("name-error");
    assertThat(ERRORS.describedBy("other", true)).isEqualTo("other-hint");
    assertThat(ERRORS.describedBy("other", false)).isNull();
  }
}
