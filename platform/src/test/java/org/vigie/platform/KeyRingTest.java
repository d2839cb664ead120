package org.vigie.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// Secrets that are made once and read for ever, and whose files are taken whole or not at all.
class KeyRingTest {
  private static final SecretName NAME = new SecretName("totp-seal");
  private static final String HEX =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

  @TempDir
  Path temporary;

  private DataDirectory directory;
  private KeyRing ring;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(temporary.resolve("d"));
    ring = new KeyRing(directory, new SecureRandom());
  }

  @AfterEach
  void close() {
    directory.close();
  }

  private Path file() {
    return directory.keys().resolve("totp-seal.key");
  }

  @Test
  void secret_firstUse_isOnDiskForItsOwnerOnly() throws IOException {
    assertThat(ring.holds(NAME)).isFalse();
    Secret secret = ring.secret(NAME);
    assertThat(ring.holds(NAME)).isTrue();
    String written = HexFormat.of().formatHex(secret.bytes(SecretAccess.GRANTED)) + "\n";
    assertThat(Files.readString(file())).isEqualTo(written).hasSize(65);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(directory.keys()).isDirectoryNotContaining(path -> !path.equals(file()));
  }

  @Test
  void secret_anotherRing_isTheSame() {
    Secret secret = ring.secret(NAME);
    assertThat(new KeyRing(directory, new SecureRandom()).secret(NAME)).isEqualTo(secret);
    assertThat(ring.secret(new SecretName("other"))).isNotEqualTo(secret);
  }

  @Test
  void secret_fromItsFile_isWhatTheDigitsSay() throws IOException {
    Files.writeString(file(), HEX + "\n");
    byte[] bytes = ring.secret(NAME).bytes(SecretAccess.GRANTED);
    for (int i = 0; i < 32; i++) {
      assertThat(bytes[i]).isEqualTo((byte) i);
    }
  }

  @Test
  void bytes_changedByTheirReader_stayInTheSecret() {
    Secret secret = ring.secret(NAME);
    byte[] taken = secret.bytes(SecretAccess.GRANTED);
    byte first = taken[0];
    taken[0] ^= 1;
    assertThat(secret.bytes(SecretAccess.GRANTED)[0]).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", HEX, HEX + "\n\n", HEX + "00\n", " " + HEX + "\n"})
  void secret_damagedFile_isRefusedAndKept(String text) throws IOException {
    Files.writeString(file(), text);
    assertThatThrownBy(() -> ring.secret(NAME))
        .isInstanceOfSatisfying(
            UnusableDataDirectoryException.class,
            e -> assertThat(e.defect()).isEqualTo(Defect.DAMAGED))
        .hasMessageContaining("keys/totp-seal.key");
    assertThat(file()).hasContent(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "1a", "../a", "a/b", "a.b", "a_b", "-a", "a\n"})
  void name_thatIsNoFileName_isRefused(String name) {
    assertThatThrownBy(() -> new SecretName(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void names_withBeginning_areThoseOfTheSecretsThatThereAre() throws IOException {
    List.of("evidence-2", "evidence-10", "evidence", "access")
        .forEach(name -> ring.secret(new SecretName(name)));
    Files.writeString(directory.keys().resolve("evidence-3.key.old"), "");
    Files.writeString(directory.keys().resolve(".evidence-4.key"), "");
    Files.writeString(directory.keys().resolve("evidence-X.key"), "");
    assertThat(ring.names("evidence-"))
        .containsExactly(new SecretName("evidence-10"), new SecretName("evidence-2"));
    assertThat(ring.names("nothing")).isEmpty();
  }

  @Test
  void secret_asText_showsNothing() {
    Secret secret = ring.secret(NAME);
    String digits = HexFormat.of().formatHex(secret.bytes(SecretAccess.GRANTED));
    assertThat(secret.toString()).isEqualTo("Secret[256 bits]").doesNotContain(digits);
  }
}
