package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaSettingsTest {
  @Test
  void default_is_a_hundred_megapixels() {
    assertThat(MediaSettings.DEFAULT.maxPixels()).isEqualTo(100_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 500_000_000})
  void settings_within_range_hold(long maxPixels) {
    assertThat(new MediaSettings(maxPixels).maxPixels()).isEqualTo(maxPixels);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 500_000_001})
  void settings_out_of_range_are_refused(long maxPixels) {
    assertThatIllegalArgumentException().isThrownBy(() -> new MediaSettings(maxPixels));
  }
}
