package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubscriberNetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "192.0.2.1:4711, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "2001:db8:1:2:3:4:5:6, 20010db800010002",
    "[2001:db8:1:2::9]:4711, 20010db800010002",
    "unknown, unknown"
  })
  void network_ofAnAddress_isThatOfItsSubscriber(String written, String network) {
    assertThat(SubscriberNetwork.of(written)).isEqualTo(network);
  }

  @Test
  void network_ofASocket_isTheOneOfItsText() {
    assertThat(SubscriberNetwork.of(InetAddress.ofLiteral("2001:db8:1:2::9")))
        .isEqualTo(SubscriberNetwork.of("2001:db8:1:2:ffff::"));
  }
}
