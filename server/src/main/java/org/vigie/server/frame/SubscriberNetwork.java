package org.vigie.server.frame;

import java.net.InetAddress;
import java.util.HexFormat;

/// The network by which strangers are counted: one subscriber's, which is an IPv4 address, or the
/// first 64 bits of an IPv6 address.
public final class SubscriberNetwork {
  private static final int NETWORK_BYTES = 8;

  private SubscriberNetwork() {}

  /// Returns the network of an address as it was written, or the text itself if it is no address.
  public static String of(String written) {
    String address = withoutPort(written);
    try {
      return of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException _) {
      return address;
    }
  }

  /// Returns the network of an address.
  public static String of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length > NETWORK_BYTES
        ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
        : address.getHostAddress();
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
}
