package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.fingerprint.PdqFingerprint;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.media.DecodeOutcome.Cause;

/// Pictures as people met them, with their right values.
class FieldPicturesTest {
  private static final Path FOLDER = Path.of("src/test/vectors/field");

  record Row(String file, String result, String pdq) {
    static Row of(String line) {
      String[] cells = line.split("\t", -1);
      return new Row(cells[0], cells[1], cells[2]);
    }
  }

  static Stream<Row> rows() throws IOException {
    return Files.readAllLines(FOLDER.resolve("field.tsv")).stream().skip(1).map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void decode_pictureFromTheField_hasItsRightValue(Row row) throws IOException {
    byte[] file = Files.readAllBytes(FOLDER.resolve(row.file()));
    if (LumaSources.hasNatives()) {
      assertRight(row, Outcomes.decode(LumaSources.inProcess(), file));
    }
    assertRight(row, Outcomes.decode(LumaSources.withoutNatives(MediaSettings.DEFAULT), file));
  }

  private static void assertRight(Row row, DecodeOutcome outcome) {
    if (row.pdq().isEmpty()) {
      Outcomes.assertCause(outcome, Cause.valueOf(row.result()));
      return;
    }
    PdqFingerprint print = new PdqHasher().hash(Outcomes.decoded(outcome).luma());
    assertThat(print.signal()).isEqualTo(PdqSignal.parse(row.pdq()));
    assertThat(print.quality()).isEqualTo(Integer.parseInt(row.result()));
  }
}
