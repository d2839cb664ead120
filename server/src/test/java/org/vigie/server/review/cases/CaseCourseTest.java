package org.vigie.server.review.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Filters by the course of cases, as addresses have them.
final class CaseCourseTest {
  private static final String MONTH = "2026-11-01T00:00:00Z/2026-12-01T00:00:00Z";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "opened:" + MONTH,
        "due:" + MONTH + ",deadline:missed",
        "due:" + MONTH + ",deadline:overdue",
        "opened:" + MONTH + ",due:" + MONTH + ",decided:" + MONTH + ",deadline:met,by:policy"
      })
  void text_ofACourse_isReadBack(String text) {
    assertThat(CaseCourse.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",",
        "by",
        "by:",
        "by:nobody",
        "by:people,by:people",
        "deadline:missed",
        "decided:" + MONTH + "/" + MONTH,
        "decided:2026-12-01T00:00:00Z/2026-11-01T00:00:00Z",
        "decided:2026-12-01T00:00:00Z/2026-12-01T00:00:00Z",
        "decided:2026-02-30T00:00:00Z/2026-12-01T00:00:00Z",
        "decided:+12026-01-01T00:00:00Z/+12026-12-01T00:00:00Z",
        "opened: " + MONTH
      })
  void text_ofNoCourse_isRefused(String text) {
    assertThatThrownBy(() -> CaseCourse.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutItsDueTime_aDeadlineIsGone() {
    CaseCourse course = CaseCourse.parse("due:" + MONTH + ",deadline:missed,by:people");

    assertThat(course.without(CaseCourse.Part.DUE).text()).isEqualTo("by:people");
    assertThat(course.without(CaseCourse.Part.BY).text())
        .isEqualTo("due:" + MONTH + ",deadline:missed");
  }
}
