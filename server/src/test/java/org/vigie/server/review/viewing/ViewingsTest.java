package org.vigie.server.review.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.ReviewWorld;
import org.vigie.server.review.store.ViewingStore;

/// The veils of media, and their weight as exposure.
@Tag("slow")
final class ViewingsTest {
  private static final ReviewWorld WORLD = new ReviewWorld();
  private static final PersonId ANNA = ReviewWorld.person(1);

  @AfterAll
  static void close() {
    WORLD.close();
  }

  private static Viewings viewings(Veil least) {
    return new Viewings(
        new ViewingStore(WORLD.jdbc),
        new ViewingSettings(least.blur(), least.grey(), least.mute()));
  }

  @Test
  void veil_chosenForOneHarm_holdsForItAlone() {
    Viewings viewings = viewings(new Veil(0, false, false));
    Veil strong = new Veil(4, true, false);
    Veil none = new Veil(0, false, false);
    viewings.choose(ANNA, Optional.of(ReviewWorld.GRAVE), new Veil(3, false, false));
    viewings.choose(ANNA, Optional.of(ReviewWorld.GRAVE), strong);
    viewings.choose(ANNA, Optional.empty(), none);

    assertThat(viewings.of(ANNA).of(ReviewWorld.GRAVE)).isEqualTo(strong);
    assertThat(viewings.of(ANNA).of(ReviewWorld.PETTY)).isEqualTo(none);
    viewings.forget(ANNA, ReviewWorld.GRAVE);
    assertThat(viewings.of(ANNA)).isEqualTo(new Viewing(none, Map.of()));
  }

  @Test
  void veil_weakerThanTheMinimum_isRaisedToIt() {
    PersonId bruno = ReviewWorld.person(2);
    Viewings lax = viewings(new Veil(0, false, false));
    lax.choose(bruno, Optional.empty(), new Veil(0, false, false));
    lax.choose(bruno, Optional.of(ReviewWorld.GRAVE), new Veil(4, false, false));

    Viewing seen = viewings(new Veil(3, true, true)).of(bruno);
    assertThat(seen.of(ReviewWorld.PETTY)).isEqualTo(new Veil(3, true, true));
    assertThat(seen.of(ReviewWorld.GRAVE)).isEqualTo(new Veil(4, true, true));
  }

  @Test
  void veil_byDefault_isBlurredGreyAndMute() {
    assertThat(viewings(new Veil(1, false, false)).of(ReviewWorld.person(3)))
        .isEqualTo(new Viewing(new Veil(2, true, true), Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"LOW, 1, 1, 0", "MEDIUM, 2, 1, 1", "HIGH, 4, 1, 3", "CRITICAL, 8, 2, 6"})
  void points_behindAVeilAndWithout_areTogetherThoseOfASharpView(
      Severity severity, int sharp, int veiled, int unveiled) {
    assertThat(Wellness.points(severity, Sight.SHARP)).isEqualTo(sharp);
    assertThat(Wellness.points(severity, Sight.VEILED)).isEqualTo(veiled);
    assertThat(Wellness.points(severity, Sight.UNVEILED)).isEqualTo(unveiled);
  }

  @Test
  void settings_unsetSetAndOutOfRange_areReadOrRefusedByName() {
    assertThat(bind(Map.of())).isEqualTo(new ViewingSettings(1, false, true));
    assertThat(bind(Map.of(
            "vigie.viewing.least-blur", "4",
            "vigie.viewing.least-grey", "true",
            "vigie.viewing.least-mute", "false")))
        .isEqualTo(new ViewingSettings(4, true, false));
    assertThatThrownBy(() -> bind(Map.of("vigie.viewing.least-blur", "5")))
        .rootCause()
        .hasMessageStartingWith("vigie.viewing.least-blur is out of range");
  }

  private static ViewingSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("vigie.viewing", ViewingSettings.class);
  }
}
