package org.vigie.server.policy.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// The statements of `docs/formats/policy.md` are true.
final class DocumentedPolicyTest {
  private static final String DOCUMENT = read();

  private static String read() {
    try {
      return Files.readString(Path.of("../docs/formats/policy.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void example_readAsAFile_lacksFourteenCategoriesAndNothingElse() {
    int from = DOCUMENT.indexOf("```yaml\n") + "```yaml\n".length();
    String example = DOCUMENT.substring(from, DOCUMENT.indexOf("```", from));
    assertThat(PolicyVectors.problems(example.getBytes(UTF_8)))
        .hasSize(14)
        .allMatch(problem -> problem.defect() == Defect.MISSING_DSA_CATEGORY)
        .allMatch(problem -> problem.line() == 4 && problem.column() == 3);
    assertThat(
            PolicyVectors.problems(example.replace("radius: 31", "radius: 64").getBytes(UTF_8)))
        .first()
        .extracting(PolicyProblem::toString)
        .isEqualTo("line 2, column 20, matching.radius: has to be 0 to 63");
  }

  @Test
  void defects_everyOne_isInTheList() {
    String list = DOCUMENT.substring(DOCUMENT.indexOf("## 8."));
    assertThat(Arrays.stream(Defect.values()).map(defect -> "`" + defect.word() + "`"))
        .allMatch(list::contains);
  }
}
