package org.vigie.server.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamedErrorsTest {
  private static String error(String field, String sentence) {
    return "<a href=\"#" + field + "\"><span data-label-of=\"" + field
        + "\" data-colon=\": \"></span>" + sentence + "</a>";
  }

  @Test
  void error_ofAField_bearsTheNameOfItsLabel() {
    assertThat(NamedErrors.in(error("days", "1 to 3660")
            + "<label class=\"x\" for=\"days\">Days of <i>suspension</i> &amp; more</label>"))
        .startsWith("<a href=\"#days\"><b>Days of suspension &amp; more</b>: 1 to 3660</a>");
  }

  @Test
  void error_ofAGroup_bearsItsLegendAndNotTheLabelOfItsFirstChoice() {
    assertThat(NamedErrors.in(error("status", "Choose one.")
            + "<fieldset class=\"field\" data-field=\"status\">\n<legend>Status</legend>"
            + "<label for=\"status\">Partner</label></fieldset>"))
        .startsWith("<a href=\"#status\"><b>Status</b>: Choose one.</a>");
  }

  @Test
  void error_ofAQuestion_hasNoColonBehindIt() {
    assertThat(NamedErrors.in(
            error("surface", "Please choose.") + "<label for=\"surface\">Who can see it?</label>"))
        .startsWith("<a href=\"#surface\"><b>Who can see it?</b> Please choose.</a>");
  }

  @Test
  void error_withoutALabel_staysUnnamed() {
    assertThat(NamedErrors.in(error("requests", "Gone. $1"))).endsWith("\">Gone. $1</a>");
    assertThat(NamedErrors.in("<p>a page without errors</p>"))
        .isEqualTo("<p>a page without errors</p>");
  }
}
