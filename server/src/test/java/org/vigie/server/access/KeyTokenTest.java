package org.vigie.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyTokenTest {
  private static final String SECRET = "a".repeat(52);

  @ParameterizedTest
  // RFC 4648 section 10, in small letters and without padding.
  @CsvSource({"'',''", "f,my", "fo,mzxq", "foo,mzxw6", "foob,mzxw6yq", "fooba,mzxw6ytb"})
  void base32_ofTheStandardsExamples_isTheirs(String plain, String encoded) {
    assertThat(Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }

  @Test
  void token_parsed_hasTheDigestOfItsSecretPart() {
    KeyToken token = KeyToken.parse("vigie_abcdefghijkl_" + SECRET).orElseThrow();
    assertThat(token.id()).isEqualTo(new KeyId("abcdefghijkl"));
    // printf 'a%.0s' {1..52} | sha256sum
    assertThat(HexFormat.of().formatHex(token.digest()))
        .isEqualTo("6c1b3dc7a706b9dc81352a6716b9c666c608d8626272c64b914ab05572fc6e84");
    assertThat(token).hasToString("KeyToken[abcdefghijkl]");
  }

  @Test
  void token_generated_isReadBack() {
    KeyToken made = KeyToken.generate(new SplittableRandom(7));
    KeyToken read = KeyToken.parse(made.text()).orElseThrow();
    assertThat(read.id()).isEqualTo(made.id());
    assertThat(read.digest()).isEqualTo(made.digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "vigie_",
        "vigie_abcdefghijkl_",
        "vigie_abcdefghijk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "vigie_abcdefghijkl_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "vigie_abcdefghijkl_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "vigie_abcdefghijkl_Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "Vigie_abcdefghijkl_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        " vigie_abcdefghijkl_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "vigie_abcdefghijkl_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
      })
  void token_notOfTheForm_isNone(String text) {
    assertThat(KeyToken.parse(text)).isEmpty();
  }
}
