package org.vigie.server.report.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.settings.ReportSecret;

final class ReceiptCodeTest {
  private static ReceiptCodes codes(byte first) {
    byte[] key = new byte[32];
    key[0] = first;
    return new ReceiptCodes(new ReportSecret(() -> new SecretKeySpec(key, "HmacSHA256")));
  }

  /// Computed with Python: `hmac` over `receipt:` and the identifier, then `base64.b32encode`.
  @Test
  void code_ofANotice_isTheFirst100BitsOfItsMac() throws Exception {
    NoticeId id = new NoticeId(UUID.fromString("01d0c2f1-56d9-4d0b-a7e5-51ab2a3a1f9b"));

    assertThat(codes((byte) 0).of(id).value()).isEqualTo("PHKYY-TFSHT-F6YGR-SXT4G");
    assertThat(codes((byte) 1).of(id)).isNotEqualTo(codes((byte) 0).of(id));
    assertThat(codes((byte) 0).of(new NoticeId(UUID.randomUUID())))
        .isNotEqualTo(codes((byte) 0).of(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ABCDE-FGHIJ-KLMNO-PQ234",
        "abcde-fghij-klmno-pq234",
        " ABCDE FGHIJ KLMNO PQ234 ",
        "abcdefghijklmnopq234"
      })
  void code_typedByPeople_isRead(String typed) {
    assertThat(ReceiptCode.typed(typed)).contains(new ReceiptCode("ABCDE-FGHIJ-KLMNO-PQ234"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ABCDE-FGHIJ-KLMNO-PQ23",
        "ABCDE-FGHIJ-KLMNO-PQ2345",
        "ABCDE-FGHIJ-KLMNO-PQ018",
        "ABCDE-FGHIJ-KLMNO-PQ23é"
      })
  void text_thatIsNoCode_isNotRead(String typed) {
    assertThat(ReceiptCode.typed(typed)).isEmpty();
  }

  @Test
  void code_printed_saysNothing() {
    assertThat(new ReceiptCode("ABCDE-FGHIJ-KLMNO-PQ234").toString()).doesNotContain("ABCDE");
  }
}
