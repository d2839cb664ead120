package org.vigie.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Networks that keys are bound to, and addresses in and outside them.
final class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.0, true",
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.0/24, 192.0.1.255, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.128, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 2001:db8::1, true",
    "::/0, 192.0.2.7, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8::1, 2001:0DB8:0:0:0:0:0:1, true",
    "fe80::/10, fe80::1%eth0, true",
    "fe80::/10, fe80:0:0:0:0:0:0:1%2, true",
    "192.0.2.0/24, ::ffff:192.0.2.7, true",
    "192.0.2.0/24, ::ffff:c000:207, true",
    "192.0.2.0/24, ::ffff:198.51.100.7, false",
    "::ffff:0:0:0/96, ::ffff:192.0.2.7, false",
    "10.0.0.0/8, 10.1.2.3, true",
  })
  void network_andAnAddress_containsItOrNot(String network, String address, boolean inside) {
    assertThat(Network.parse(network).contains(address)).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "_hidden",
        "192.0.2.7:443",
        "[2001:db8::1]",
        "192.0.2",
        "3221225991",
        "0xC0000207",
        "192.0.2.007",
        "192.0.2.7, 192.0.2.7",
        "localhost",
        " 192.0.2.7",
      })
  void text_thatIsNoAddress_liesInNoNetwork(String text) {
    assertThat(Network.parse("0.0.0.0/0").contains(text)).isFalse();
    assertThat(Network.parse("::/0").contains(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.0.2.0/33",
        "192.0.2.0/",
        "192.0.2.0/024",
        "192.0.2.0/-1",
        "192.0.2.0/24 ",
        "192.0.2/24",
        "192.0.2.256",
        "2001:db8::/129",
        "2001:db8::1::/64",
        "fe80::%eth0/64",
        "::ffff:192.0.2.0/120",
        "example.org",
        "192.0.2.0/24,198.51.100.0/24",
      })
  void text_thatIsNoNetwork_isRefused(String text) {
    var refused = catchThrowableOfType(MalformedNetworkException.class, () -> Network.parse(text));
    assertThat(refused.defect()).isEqualTo(MalformedNetworkException.Defect.FORM);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7/24, 192.0.2.0/24",
    "192.0.2.255/31, 192.0.2.254/31",
    "2001:db8::1/64, 2001:db8::/64",
  })
  void network_withBitsBehindItsPrefix_isRefusedWithTheMeantOne(String text, String meant) {
    var refused = catchThrowableOfType(MalformedNetworkException.class, () -> Network.parse(text));
    assertThat(refused.defect()).isEqualTo(MalformedNetworkException.Defect.BITS_BEHIND_PREFIX);
    assertThat(refused.meant().map(Network::text)).isEqualTo(Optional.of(meant));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.200, 192.0.2.0/24",
    "::ffff:192.0.2.200, 192.0.2.0/24",
    "2001:db8:7:9::1, 2001:db8:7::/48",
  })
  void lastUse_fromAnAddress_isOfItsCoarseNetwork(String address, String network) {
    assertThat(Network.coarse(address).map(Network::text)).isEqualTo(Optional.of(network));
    assertThat(Network.coarse("unknown")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.0/24",
    "0.0.0.0/0, 0.0.0.0/0",
    "2001:db8:0:17:0:0:0:0/64, 2001:db8:0:17::/64",
    "2001:DB8:0:0:1:0:0:0/128, 2001:db8:0:0:1::/128",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1/128",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1/128",
    "::1, ::1/128",
    "::/0, ::/0",
  })
  void network_asText_isShort(String text, String shortest) {
    assertThat(Network.parse(text).text()).isEqualTo(shortest);
    assertThat(Network.parse(shortest)).isEqualTo(Network.parse(text));
  }
}
