package org.vigie.hashlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values of 64 digits: PDQ or SHA-256.
final class BareValuesTest {
  private static final String PDQ = "0123456789abcdef".repeat(4);
  private static final String TOO_MANY = "1" + PDQ.substring(1);
  private static final String FEW = "0".repeat(64);

  @Test
  void typedValue_thatCannotBePdq_isABadLineOfItsOwn() {
    assertThat(ListText.of("pdq:" + TOO_MANY + "\n" + PDQ + "\n").defects())
        .containsExactly("1 not-pdq");
    assertThat(ListText.of("signal_type,value\npdq," + PDQ + "\npdq," + TOO_MANY + "\n")
            .defects())
        .containsExactly("3 not-pdq");
    assertThat(ListText.of(TOO_MANY + ",100,a.jpg\n").defects()).containsExactly("1 not-pdq");
  }

  @ParameterizedTest
  @CsvSource({"pdq,1 not-pdq", "'',1 bare-not-pdq"})
  void bareValue_thatCannotBePdq_isRefusedForEveryType(String type, String defect) {
    assertThat(ListText.of(TOO_MANY + "\n", ReadingTerms.of(type, false).orElseThrow())
            .defects())
        .containsExactly(defect);
  }

  @Test
  void oneRevealingLineOfMany_refusesTheWholeList() {
    String list = (PDQ + "\n").repeat(1_000) + TOO_MANY + "\n";
    assertThat(ListText.of(list, ReadingTerms.of("", true).orElseThrow()).defects())
        .containsExactly("1001 bare-not-pdq");
  }

  @Test
  void rowsOfPdqPrograms_saidToBeSha256_areSha256() {
    ReadingTerms terms = ReadingTerms.of("sha256", false).orElseThrow();
    assertThat(
            ListText.of(TOO_MANY + ",100,a.jpg\n" + PDQ + ",99,b.jpg\n", terms).lines())
        .containsExactly("1 sha256:" + TOO_MANY, "2 sha256:" + PDQ);
  }

  @Test
  void mostValuesUnlikePdq_areAskedFor() {
    assertThat(ListText.of(PDQ + "\n" + FEW + "\n" + FEW + "\n").defects())
        .containsExactly("2 bare-unclear");
    assertThat(ListText.of(PDQ + "\n" + FEW + "\n").defects()).containsExactly("2 bare-unclear");
    assertThat(ListText.of(PDQ + "\n" + PDQ + "\n" + FEW + "\n").lines()).hasSize(3);
    assertThat(ListText.of(FEW, ReadingTerms.of("pdq", false).orElseThrow()).lines())
        .hasSize(1);
    assertThat(ListText.of("pdq:" + FEW).lines()).hasSize(1);
  }

  /// Of lists of six digests and more, none of a thousand is taken for PDQ.
  @ParameterizedTest
  @ValueSource(ints = {6, 20, 100})
  void digestsWithoutPrefix_areNotTakenForPdq(int length) {
    for (int list = 0; list < 1_000; list++) {
      int first = list * length;
      String text = IntStream.range(first, first + length)
          .mapToObj(BareValuesTest::sha256)
          .collect(Collectors.joining("\n"));
      assertThat(ListText.of(text).isUsable()).as("list %d", list).isFalse();
    }
  }

  private static String sha256(int number) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(
              Integer.toString(number).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
