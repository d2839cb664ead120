package org.vigie.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.KeyRing;
import org.vigie.server.access.GrantId;
import org.vigie.server.evidence.custody.CustodyChain;
import org.vigie.server.evidence.seal.DataKey;
import org.vigie.server.evidence.seal.RingKeys;
import org.vigie.server.evidence.seal.Sealed;
import org.vigie.server.evidence.seal.WrappedKey;

/// The example of `docs/formats/evidence.md`, whose numbers were computed by another program
/// (Python's hashlib and cryptography), and its sealed form as the JDK alone reads it.
final class EvidenceFormatTest {
  private static final EvidenceId ID =
      new EvidenceId(UUID.fromString("01900000-0000-7000-8000-000000000001"));
  private static final int FULL = 1_048_576;

  @TempDir
  Path temporary;

  /// Returns the value of a name in the example.
  private static String example(String name) throws IOException {
    String page = Files.readString(Path.of("../docs/formats/evidence.md"));
    String example = page.substring(page.indexOf("## 4. Example"));
    Matcher line = Pattern.compile("(?m)^" + name + " +(\\S+)").matcher(example);
    assertThat(line.find()).as(name).isTrue();
    return line.group(1);
  }

  private static byte[] bytes(String name) throws IOException {
    return HexFormat.of().parseHex(example(name));
  }

  @Test
  void sealedForm_ofTheExample_isItsContent() throws IOException {
    byte[] content = Sealed.reading(
            ID, new DataKey(bytes("data key")), new ByteArrayInputStream(bytes("sealed")))
        .readAllBytes();
    assertThat(new String(content, StandardCharsets.US_ASCII)).isEqualTo("synthetic evidence");
  }

  @Test
  void wrappedKey_ofTheExample_isItsDataKey() throws Exception {
    try (DataDirectory directory = DataDirectory.open(temporary.resolve("data"))) {
      Files.writeString(directory.keys().resolve("evidence-1.key"), example("evidence-1") + "\n");
      RingKeys keys = new RingKeys(new KeyRing(directory, new SecureRandom()), new SecureRandom());
      DataKey key = keys.unwrap(ID, new WrappedKey("evidence-1", bytes("wrapped")));
      assertThat(Sealed.reading(ID, key, new ByteArrayInputStream(bytes("sealed"))))
          .hasContent("synthetic evidence");
      assertThat(keys.wrap(ID, key).by()).isEqualTo("evidence-1");
      assertThat(keys.renew()).isEqualTo("evidence-2");
      assertThat(keys.wrap(ID, key).by()).isEqualTo("evidence-2");
    }
  }

  private static CustodyEntry entry(
      int number,
      String at,
      CustodyAct act,
      String caller,
      Optional<GrantId> grant,
      String reason) {
    return new CustodyEntry(ID, number, Instant.parse(at), act, caller, grant, reason, "");
  }

  @Test
  void custodyHashes_ofTheExample_areThoseOfThePage() throws IOException {
    String said = "kind=MEDIA length=18 sha256=" + example("  sha256") + " blob=" + example("blob")
        + " source=scan:1 type=image/jpeg";
    CustodyEntry first = entry(
        1,
        "2026-11-22T10:00:00.123456Z",
        CustodyAct.SEALED,
        "key:testtesttest",
        Optional.empty(),
        said);
    String hash = CustodyChain.hash(first, CustodyChain.BEGINNING.hash());
    assertThat(hash).isEqualTo(example("  hash"));
    CustodyEntry second = entry(
        2,
        "2026-11-22T10:01:00Z",
        CustodyAct.OPENED,
        "person:00000000-0000-4000-8000-000000000001",
        Optional.of(new GrantId(UUID.fromString("00000000-0000-4000-8000-000000000042"))),
        "review case:1");
    String next = CustodyChain.hash(second, hash);
    assertThat(next).isEqualTo("db63cfbef9c79cf8267febf66e7ff74f3bde85733d31ec867f0048e29937b87e");
    assertThat(Files.readString(Path.of("../docs/formats/evidence.md"))).contains(next);
    assertThat(CustodyChain.defect(
            ID,
            List.of(first.withHash(hash), second.withHash(next)),
            new CustodyChain.End(2, next)))
        .isEqualTo(OptionalInt.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_048_519, 1_048_520, 1_048_521, 2_097_080, 2_097_081})
  void sealedForm_ofAnyLength_isThatOfThePage(int length) throws Exception {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    byte[] data = bytes("data key");
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream sealing = Sealed.writing(ID, new DataKey(data), sealed)) {
      sealing.write(content);
    }
    assertThat(readByThePage(data, sealed.toByteArray())).isEqualTo(content);
  }

  /// Reads a sealed form, with the numbers of the page's section 1.
  private static byte[] readByThePage(byte[] data, byte[] sealed) throws Exception {
    ByteBuffer in = ByteBuffer.wrap(sealed);
    assertThat(in.get()).isEqualTo((byte) 40);
    byte[] salt = new byte[32];
    in.get(salt);
    byte[] prefix = new byte[7];
    in.get(prefix);
    SecretKey key = KDF.getInstance("HKDF-SHA256")
        .deriveKey(
            "AES",
            HKDFParameterSpec.ofExtract()
                .addIKM(data)
                .addSalt(salt)
                .thenExpand(ID.reference().getBytes(StandardCharsets.US_ASCII), 32));
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int segment = 0; in.hasRemaining(); segment++) {
      byte[] bytes = new byte[Math.min(in.remaining(), segment == 0 ? FULL - 40 : FULL)];
      in.get(bytes);
      byte last = (byte) (in.hasRemaining() ? 0 : 1);
      byte[] nonce =
          ByteBuffer.allocate(12).put(prefix).putInt(segment).put(last).array();
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, nonce));
      content.write(cipher.doFinal(bytes));
    }
    return content.toByteArray();
  }
}
