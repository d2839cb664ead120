package org.vigie.server.evidence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vigie.platform.blob.Bucket;
import org.vigie.platform.blob.BucketKeys;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceSettings;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.seal.HsmSettings;

final class EvidenceSettingsTest {
  private static EvidenceSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("vigie.evidence", EvidenceSettings.class);
  }

  private static final BlobSettings FOLDER =
      new BlobSettings("", "", "us-east-1", "", false, "", "", "");

  @TempDir
  Path folder;

  @Test
  void settings_unset_haveTheirDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(
            new EvidenceSettings(Path.of("data/blobs"), FOLDER, new HsmSettings("", 0, "", "")));
    assertThat(FOLDER.place()).isEmpty();
  }

  @Test
  void settings_allSet_areTaken() throws IOException {
    EvidenceSettings settings = bind(Map.of(
        "vigie.evidence.blob-directory", "/srv/vigie/blobs",
        "vigie.evidence.blobs.bucket", "evidence",
        "vigie.evidence.blobs.endpoint", "https://s3.example.org",
        "vigie.evidence.blobs.region", "eu-west-3",
        "vigie.evidence.blobs.prefix", "vigie/",
        "vigie.evidence.blobs.path-style", "true",
        "vigie.evidence.blobs.access-key", "madeup",
        "vigie.evidence.blobs.secret-key", "madeupsecret"));
    assertThat(settings.blobDirectory()).isEqualTo(Path.of("/srv/vigie/blobs"));
    assertThat(settings.blobs().place())
        .contains(new Bucket(
            "evidence",
            Optional.of(URI.create("https://s3.example.org")),
            "eu-west-3",
            "vigie/",
            true));
    assertThat(settings.blobs().keys()).isEqualTo(new BucketKeys("madeup", "madeupsecret"));
    assertThat(settings.toString()).doesNotContain("madeup");
  }

  @Test
  void keysFile_withTwoLines_isRead() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), "madeup\nmadeupsecret\n");
    BlobSettings settings =
        new BlobSettings("evidence", "", "us-east-1", "", false, "", "", file.toString());
    assertThat(settings.keys()).isEqualTo(new BucketKeys("madeup", "madeupsecret"));
    Files.writeString(file, "madeup\n");
    assertThatThrownBy(settings::keys)
        .hasMessageContaining("two lines")
        .hasMessageNotContaining("madeup");
  }

  @Test
  void hsm_allSet_isTakenAndItsPinIsShownByNothing() throws IOException {
    HsmSettings settings = bind(Map.of(
            "vigie.evidence.hsm.library", "/usr/lib/made-up.so",
            "vigie.evidence.hsm.slot", "2",
            "vigie.evidence.hsm.pin", "madeup"))
        .hsm();
    assertThat(settings).isEqualTo(new HsmSettings("/usr/lib/made-up.so", 2, "madeup", ""));
    assertThat(settings.toString()).doesNotContain("madeup");
    Path file = Files.writeString(folder.resolve("pin"), "madeup\n");
    assertThat(new HsmSettings("a.so", 0, "", file.toString()).readPin()).isEqualTo("madeup");
    assertThatThrownBy(() -> new HsmSettings("a.so", 0, "", ""))
        .hasMessageContaining("vigie.evidence.hsm.pin-file");
    assertThatThrownBy(() -> new HsmSettings("a.so", 0, "x", "y"))
        .hasMessageContaining("vigie.evidence.hsm.pin-file");
  }

  @Test
  void bucket_withoutKeysOrWithBoth_isRefused() {
    assertThatThrownBy(
            () -> new BlobSettings("evidence", "", "us-east-1", "", false, "madeup", "", ""))
        .hasMessageContaining("vigie.evidence.blobs.keys-file");
    assertThatThrownBy(() -> new BlobSettings(
            "evidence", "", "us-east-1", "", false, "madeup", "madeupsecret", "file"))
        .hasMessageContaining("vigie.evidence.blobs.keys-file");
    assertThatThrownBy(
            () -> new BlobSettings("No Bucket", "", "us-east-1", "", false, "madeup", "secret", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void newEvidence_withControlCharactersOrNothing_isRefused() {
    for (String wrong : new String[] {"", " ", "a\nb", "x".repeat(201)}) {
      assertThatThrownBy(() -> new NewEvidence(EvidenceKind.MEDIA, wrong, "scan:1", Instant.EPOCH))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(
              () -> new NewEvidence(EvidenceKind.MEDIA, "image/png", wrong, Instant.EPOCH))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
