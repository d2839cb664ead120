package org.vigie.server.operation.running;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.vigie.platform.OwnUser;
import org.vigie.server.operation.console.FailureSentence;
import org.vigie.server.operation.console.RefusedException;

/// The address at which the server will listen.
///
/// @param address a name or number of this machine
/// @param port 1 to 65535, or 0 for any that is free
public record HttpPort(String address, int port) {
  private static final int FIRST_ORDINARY_PORT = 1024;

  /// Makes sure before anything else is started that the port can be had.
  ///
  /// @throws RefusedException if it is taken, not allowed or not of this machine
  public void check() {
    try {
      bind(InetAddress.getByName(address));
    } catch (UnknownHostException e) {
      throw new RefusedException(
          "there is no address " + address + ": give one of this machine's with --address", e);
    } catch (IOException e) {
      throw new RefusedException(
          "the address " + address + ":" + port + " cannot be listened on: " + e.getMessage(), e);
    }
  }

  private void bind(InetAddress wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(wanted, port));
    } catch (BindException e) {
      throw new RefusedException(sentenceOf(wanted), e);
    }
  }

  private String sentenceOf(InetAddress wanted) throws IOException {
    if (!wanted.isAnyLocalAddress() && NetworkInterface.getByInetAddress(wanted) == null) {
      return "the address " + address
          + " is not one of this machine's: choose another with --address";
    }
    if (port > 0 && port < FIRST_ORDINARY_PORT && !OwnUser.isRoot()) {
      return "port " + port
          + " is taken, or this user may not use it: choose one above 1023 with --port";
    }
    return FailureSentence.portTaken(port);
  }

  /// Returns the address for a browser on this machine, without a slash at the end.
  String url(int actualPort) {
    String host = isOnlyLocal() ? "localhost" : address;
    return "http://" + host + ":" + actualPort;
  }

  private boolean isOnlyLocal() {
    return address.equals("127.0.0.1") || address.equals("0.0.0.0") || address.equals("::");
  }
}
