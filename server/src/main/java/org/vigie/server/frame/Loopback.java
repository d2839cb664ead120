package org.vigie.server.frame;

import java.net.InetAddress;

/// Recognises hosts and addresses of this machine itself.
public final class Loopback {
  private Loopback() {}

  /// Returns whether a host in a URL means this machine on every machine.
  public static boolean isHost(String host) {
    return host.equalsIgnoreCase("localhost") || isAddress(host);
  }

  /// Returns whether a numeric address is a loopback one. A name is no address, and is not
  /// resolved, as its owner decides its addresses.
  public static boolean isAddress(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
