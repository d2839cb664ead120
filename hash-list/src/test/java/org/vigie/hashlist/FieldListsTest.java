package org.vigie.hashlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The lists in `src/test/vectors/lists`, as people bring them.
final class FieldListsTest {
  private static final Path LISTS = Path.of("src/test/vectors/lists");
  private static final String SHA256 =
      "sha256:cebbbeb9c6d7c8fc80a40c98de6696b6b763e60c348ec3d8d477f3597d18b7b9";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      list-md5sum.txt           | checksums      | 1 md5:55c4ad901283e6f76c963c5d33633308
      list-sha256sum.txt        | checksums      | 1 sha256:cebbbeb9c6d7c8fc80a40c98de6696b6b763e60c348ec3d8d477f3597d18b7b9
      list-nsrl.csv             | digest-columns | 2 md5:55c4ad901283e6f76c963c5d33633308, 2 sha1:eae717baecd6e790a73f41c62f08538fa64c6040
      list-vics.json            | vics           | 1 md5:55c4ad901283e6f76c963c5d33633308 1, 1 sha1:eae717baecd6e790a73f41c62f08538fa64c6040 1
      list-excel-empty-rows.csv | csv            | 2 md5:55c4ad901283e6f76c963c5d33633308 a1
      list-pdq-without-header.csv | pdq-rows     | 1 pdq:c3bed6bb81f0e1c3e3e341e31e313c013c431b63e49bc63ccc1bca3413eb31cb, 2 pdq:e3bedeab81f0e1c363e341e31e313c013e431b63e41bc63ccc1bca3611eb31cb
      """)
  void list_ofTheField_isReadAndItsFormNamed(String file, String form, String entries)
      throws IOException {
    ListText list = read(file, ReadingTerms.STRICT);
    assertThat(list.lines()).containsExactlyElementsOf(List.of(entries.split(", ")));
    assertThat(list.reading().form().orElseThrow().word()).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sha256WithoutPrefix_isRefusedWholeAndNamesTheWayOut(boolean skip) throws IOException {
    ListText list =
        read("list-sha256-without-prefix.txt", ReadingTerms.of("", skip).orElseThrow());
    assertThat(list.isUsable()).isFalse();
    assertThat(list.bad()).containsExactly("1 bare-not-pdq");
    assertThat(list.reading().badLines().getFirst().reason())
        .contains("more than 128 bits set")
        .contains("write sha256: before each")
        .contains("or pass their type");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sha256WithoutPrefix_withItsTypeSaid_isRead(boolean skip) throws IOException {
    ListText list =
        read("list-sha256-without-prefix.txt", ReadingTerms.of("sha256", skip).orElseThrow());
    assertThat(list.lines()).hasSize(20).contains("20 " + SHA256);
  }

  private static ListText read(String file, ReadingTerms terms) throws IOException {
    return ListText.of(Files.readAllBytes(LISTS.resolve(file)), terms);
  }
}
