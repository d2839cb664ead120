package org.vigie.server.webhook.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signatures, against those of OpenSSL.
final class SigningKeysTest {
  private static final SigningKey NEWEST =
      SigningKey.of("2026-b", "a made-up secret, the newest of two");
  private static final SigningKey PREVIOUS =
      SigningKey.of("2026-a", "a made-up secret, the previous of two");

  /// Computed by `printf '1796029200.d-1.{}' | openssl dgst -sha256 -hmac 'a made-up …'`.
  @Test
  void signature_ofADelivery_isThatOfOpenSsl() {
    byte[] body = "{}".getBytes(UTF_8);
    assertThat(NEWEST.sign(1796029200, "d-1", body))
        .isEqualTo("55634b1c1dc163e3b8f45c23d1e27f0b020faca6cbc2cde0ebbd0838651f4daf");
    assertThat(PREVIOUS.sign(1796029200, "d-1", body))
        .isEqualTo("df62747200f8616c94d3c9632cbba498fa9e50cc5c503a10e3ebf005035cba81");
  }

  @Test
  void signature_ofAnyPart_differsFromThatOfAnother() {
    byte[] body = "{}".getBytes(UTF_8);
    assertThat(NEWEST.sign(1796029200, "d-1", body))
        .isNotEqualTo(NEWEST.sign(1796029201, "d-1", body))
        .isNotEqualTo(NEWEST.sign(1796029200, "d-2", body))
        .isNotEqualTo(NEWEST.sign(1796029200, "d-1", "{ }".getBytes(UTF_8)));
  }

  @Test
  void headers_withTwoKeys_haveTwoSignatures_andWithOneHaveOne() {
    byte[] body = "{}".getBytes(UTF_8);
    assertThat(new SigningKeys(NEWEST, Optional.of(PREVIOUS)).headers(1796029200, "d-1", body))
        .containsEntry("Vigie-Delivery", "d-1")
        .containsEntry("Vigie-Timestamp", "1796029200")
        .containsEntry("Vigie-Key-Id", "2026-b")
        .containsEntry("Vigie-Signature", NEWEST.sign(1796029200, "d-1", body))
        .containsEntry("Vigie-Previous-Key-Id", "2026-a")
        .containsEntry("Vigie-Previous-Signature", PREVIOUS.sign(1796029200, "d-1", body))
        .hasSize(6);
    assertThat(new SigningKeys(NEWEST, Optional.empty()).headers(1796029200, "d-1", body))
        .hasSize(4);
  }

  @Test
  void key_asText_isItsId() {
    assertThat(new SigningKeys(NEWEST, Optional.of(PREVIOUS)).toString())
        .contains("2026-b", "2026-a")
        .doesNotContain("made-up");
  }

  @Test
  void secret_ofLessThan32Bytes_isRefusedWithoutBeingShown() {
    assertThat(SigningKey.of("a", "é".repeat(16)).id()).isEqualTo("a");
    assertThatThrownBy(() -> SigningKey.of("a", "x".repeat(31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes")
        .hasMessageNotContaining("xxx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "é", "a,b"})
  void id_thatIsNoWord_isRefused(String id) {
    assertThatThrownBy(() -> SigningKey.of(id, "x".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoKeys_ofOneId_areRefused() {
    assertThatThrownBy(() -> new SigningKeys(NEWEST, Optional.of(NEWEST)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
