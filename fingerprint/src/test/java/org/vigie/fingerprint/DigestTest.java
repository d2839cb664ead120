package org.vigie.fingerprint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DigestTest {
  private static final String ABC_MD5 = "900150983cd24fb0d6963f7d28e17f72";

  /// From RFC 1321 (A.5) and from the examples to FIPS 180.
  @ParameterizedTest
  @CsvSource({
    "MD5, '', d41d8cd98f00b204e9800998ecf8427e",
    "MD5, a, 0cc175b9c0f1b6a831c399e269772661",
    "MD5, abc, 900150983cd24fb0d6963f7d28e17f72",
    "MD5, message digest, f96b697d7cb7938d525a2f31aaf161d0",
    "SHA1, abc, a9993e364706816aba3e25717850c26c9cd0d89d",
    "SHA1, abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, "
        + "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
    "SHA256, abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "SHA256, abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, "
        + "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  })
  void of_publishedInput_isThePublishedDigest(DigestType type, String input, String expected) {
    assertThat(Digest.of(type, input.getBytes(US_ASCII)).text()).isEqualTo(expected);
  }

  @Property
  void bytesAndText_ofAnyDigest_readBack(@ForAll DigestType type, @ForAll byte[] file) {
    Digest digest = Digest.of(type, file);
    assertThat(digest.text()).matches("[0-9a-f]{" + 2 * type.size() + "}");
    assertThat(type.parse(digest.text())).isEqualTo(digest);
    assertThat(type.ofBytes(digest.bytes())).isEqualTo(digest);
    assertThat(digest.bytes()).hasSize(type.size());
    assertThat(digest.type()).isEqualTo(type);
  }

  @Test
  void parse_uppercase_isPrintedInLowercase() {
    assertThat(DigestType.MD5.parse(ABC_MD5.toUpperCase(Locale.ROOT)).text()).isEqualTo(ABC_MD5);
  }

  @Test
  void constructor_bitsBeyondTheEnd_isRefusedSoThatEqualDigestsAreEqual() {
    assertThatExceptionOfType(MalformedSignalException.class)
        .isThrownBy(() -> new Digest(DigestType.MD5, 1, 2, 3, 0));
    assertThatExceptionOfType(MalformedSignalException.class)
        .isThrownBy(() -> new Digest(DigestType.SHA1, 1, 2, 1, 0));
  }

  @ParameterizedTest
  @EnumSource
  void parse_anythingButItsHexDigits_isRefused(DigestType type) {
    String zeros = "0".repeat(2 * type.size());
    for (String text : new String[] {
      "",
      zeros + "0",
      zeros.substring(1),
      zeros + " ",
      zeros.substring(1) + " ",
      "\n" + zeros.substring(1),
      "g" + zeros.substring(1),
      "\u0663" + zeros.substring(1),
      "\uff21" + zeros.substring(1)
    }) {
      assertThatExceptionOfType(MalformedSignalException.class)
          .as("%s of %d characters", type, text.length())
          .isThrownBy(() -> type.parse(text))
          .withMessageStartingWith("not a " + type.id() + " signal: ");
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofBytes_anotherLength_isRefused(DigestType type) {
    for (int length : new int[] {0, type.size() - 1, type.size() + 1}) {
      assertThatExceptionOfType(MalformedSignalException.class)
          .isThrownBy(() -> type.ofBytes(new byte[length]));
    }
  }

  @Test
  void equals_sameTextOfAnotherType_isFalse() {
    String digits = "0".repeat(32);
    assertThat(DigestType.MD5.parse(digits)).isEqualTo(new Digest(DigestType.MD5, 0, 0, 0, 0));
    assertThat(DigestType.MD5.parse(digits)).isNotEqualTo(DigestType.SHA1.parse("0".repeat(40)));
  }

  @Test
  void toString_anyDigest_doesNotPrintIt() {
    assertThat(DigestType.MD5.parse(ABC_MD5)).hasToString("Digest[MD5]");
  }
}
