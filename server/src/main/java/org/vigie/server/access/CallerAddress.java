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

  private static String network(String written) {
    String address = withoutPort(written);
    try {
      byte[] bytes = InetAddress.ofLiteral(address).getAddress();
      return bytes.length > NETWORK_BYTES
          ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  /// Some proxies write `192.0.2.1:4711` or `[2001:db8::1]:4711`; each connection has another
  /// port.
  private static String withoutPort(String written) {
    int bracket = written.indexOf(']');
    if (written.startsWith("[") && bracket > 0) {
      return written.substring(1, bracket);
    }
    int colon = written.indexOf(':');
    return colon > 0 && colon == written.lastIndexOf(':') ? written.substring(0, colon) : written;
  }

  @Override
  public String toString() {
    return "CallerAddress[…]";
  }
}
