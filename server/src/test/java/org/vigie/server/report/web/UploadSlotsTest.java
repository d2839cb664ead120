package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.report.settings.UploadSettings;

final class UploadSlotsTest {
  private static final UploadSettings SETTINGS =
      new UploadSettings(DataSize.ofKilobytes(8), Duration.ofSeconds(10), 12, 3);

  private final UploadSlots slots = new UploadSlots(SETTINGS);

  private static CallerAddress from(String address) {
    return new CallerAddress(Optional.of(address));
  }

  private List<UploadSlots.Slot> fill() {
    List<UploadSlots.Slot> taken = new ArrayList<>();
    for (int network = 1; network <= 4; network++) {
      for (int each = 0; each < 3; each++) {
        taken.add(slots.take(from("192.0.2." + network)).orElseThrow());
      }
    }
    return taken;
  }

  @Test
  void network_withItsShare_getsNoMore() {
    fill();
    assertThat(slots.take(from("192.0.2.1"))).isEmpty();
  }

  @Test
  void networks_thatHoldAllSlots_keepNoOtherOut() {
    List<UploadSlots.Slot> held = fill();
    for (int other = 1; other <= 8; other++) {
      assertThat(slots.take(from("198.51.100." + other)))
          .as("network %d", other)
          .isPresent();
    }
    assertThat(slots.size()).isEqualTo(12);
    assertThat(held.stream().filter(UploadSlots.Slot::isHeld)).hasSize(4);
    assertThat(slots.take(from("203.0.113.1"))).as("all twelve have one").isEmpty();
  }

  @Test
  void network_thatHasOne_takesNoSecondFromOneThatHasTwo() {
    for (int network = 1; network <= 6; network++) {
      assertThat(slots.take(from("192.0.2." + network))).isPresent();
      assertThat(slots.take(from("192.0.2." + network))).isPresent();
    }
    assertThat(slots.take(from("192.0.2.1"))).isEmpty();
    assertThat(slots.take(from("198.51.100.1"))).isPresent();
  }

  @Test
  void slot_whoseFilesHaveCome_isNotLost() {
    List<UploadSlots.Slot> held = fill();
    held.forEach(slot -> assertThat(slot.complete()).isTrue());
    assertThat(slots.take(from("198.51.100.1"))).isEmpty();
    held.getFirst().close();
    assertThat(slots.take(from("198.51.100.1"))).isPresent();
  }

  @Test
  void slot_closedTwice_isFreeOnce() {
    UploadSlots.Slot slot = slots.take(from("192.0.2.1")).orElseThrow();
    slot.close();
    slot.close();
    assertThat(slots.size()).isZero();
  }

  @Test
  void unknownNetworks_shareTheSlotsAndLoseThemToKnownOnes() {
    CallerAddress unknown = new CallerAddress(Optional.empty());
    for (int each = 0; each < 12; each++) {
      assertThat(slots.take(unknown)).isPresent();
    }
    assertThat(slots.take(unknown)).isEmpty();
    assertThat(slots.take(from("192.0.2.1"))).isPresent();
  }

  @Test
  void addressesOfOneIpv6Network_shareItsSlots() {
    for (int each = 1; each <= 3; each++) {
      assertThat(slots.take(from("2001:db8:0:1::" + each))).isPresent();
    }
    assertThat(slots.take(from("2001:db8:0:1:ffff::1"))).isEmpty();
    assertThat(slots.take(from("2001:db8:0:2::1"))).isPresent();
  }
}
