package org.vigie.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class EvidenceSettingsTest {
  private static EvidenceSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("vigie.evidence", EvidenceSettings.class);
  }

  @Test
  void settings_unset_haveTheirDefaults() {
    assertThat(bind(Map.of())).isEqualTo(new EvidenceSettings(Path.of("data/blobs")));
  }

  @Test
  void settings_allSet_areTaken() {
    assertThat(bind(Map.of("vigie.evidence.blob-directory", "/srv/vigie/blobs")))
        .isEqualTo(new EvidenceSettings(Path.of("/srv/vigie/blobs")));
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
