package org.vigie.server.access;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;

/// From which address a request comes; a parameter of controllers.
///
/// @param text empty where a proxy does not say whom it serves, as then everybody would share
///     one
public record CallerAddress(Optional<String> text) {
  private static final int NETWORK_BYTES = 8;

  /// Returns what one subscriber has: an address of IPv4, or the first 64 bits of one of IPv6.
  public Optional<String> network() {
    return text.map(CallerAddress::network);
  }

  private static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length > NETWORK_BYTES
          ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  @Override
  public String toString() {
    return "CallerAddress[…]";
  }
}
