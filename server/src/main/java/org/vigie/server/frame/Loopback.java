package org.vigie.server.frame;

import java.net.InetAddress;

/// Says what leads to this machine itself.
public final class Loopback {
  private Loopback() {}

  /// Returns whether a host, as it stands in an address, is this machine to whoever uses it.
  public static boolean isHost(String host) {
    return host.equalsIgnoreCase("localhost") || isAddress(host);
  }

  /// Returns whether a numeric address is a loopback one. A name is no address, and is not
  /// resolved: whoever owns it decides what it resolves to.
  public static boolean isAddress(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
