package org.vigie.server.frame.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LabelledRowsTest {
  @Test
  void cells_ofTheBody_nameTheirColumns() {
    String html = "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"number\">"
        + "How <b>many</b></th><th></th></tr></thead><tbody><tr id=\"a\"><th scope=\"row\">One"
        + "</th><td class=\"number\">1</td><td>&lt;td</td></tr><tr><th scope=\"row\">Two</th>"
        + "<td>2</td></tr></tbody>";

    assertThat(LabelledRows.labelled(html))
        .contains(
            "<th data-label=\"Name\" scope=\"row\">One",
            "<td data-label=\"How many\" class=\"number\">1",
            "<td>&lt;td</td>",
            "<th data-label=\"Name\" scope=\"row\">Two",
            "<td data-label=\"How many\">2")
        .contains("<thead><tr><th scope=\"col\">Name</th>");
  }

  @Test
  void cell_overSeveralColumns_namesNone() {
    String html = "<thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>"
        + "<tbody><tr><td colspan=\"2\">wide</td><td>last</td></tr></tbody>";

    assertThat(LabelledRows.labelled(html))
        .contains("<td colspan=\"2\">wide", "<td data-label=\"C\">last");
  }

  @Test
  void quote_inTheNameOfAColumn_staysInside() {
    assertThat(LabelledRows.labelled("<thead><tr><th>A \"b\"</th></tr></thead><tr><td>1</td></tr>"))
        .contains("<td data-label=\"A &quot;b&quot;\">1");
  }

  @Test
  void table_withoutAHead_staysAsItIs() {
    String html = "<tbody><tr><td>1</td></tr></tbody>";
    assertThat(LabelledRows.labelled(html)).isEqualTo(html);
  }
}
