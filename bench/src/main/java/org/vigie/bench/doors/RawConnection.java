package org.vigie.bench.doors;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One connection to the server on which a caller sends any bytes at any pace.
///
/// Loopback has many addresses, so one machine can play callers from several networks.
final class RawConnection implements AutoCloseable {
  private static final int STATUS_AT = 9;
  private static final int STATUS_DIGITS = 3;

  private final Socket socket = new Socket();

  /// @param network 0 to 200: callers with different numbers come from different addresses
  RawConnection(int network, int port) throws IOException {
    socket.bind(new InetSocketAddress(address(network), 0));
    socket.connect(new InetSocketAddress(address(0), port), 5_000);
  }

  private static InetAddress address(int network) throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + network)});
  }

  /// Sends text as its bytes.
  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /// Returns the status of the answer, "no answer" if none arrives in time, or "closed". The
  /// benchmark counts all three: a server may keep a harmful caller waiting or close the
  /// connection.
  String answer(Duration patience) throws IOException {
    try {
      socket.setSoTimeout((int) patience.toMillis());
      InputStream in = socket.getInputStream();
      byte[] head = in.readNBytes(STATUS_AT + STATUS_DIGITS);
      return head.length < STATUS_AT + STATUS_DIGITS
          ? "closed"
          : new String(head, STATUS_AT, STATUS_DIGITS, StandardCharsets.ISO_8859_1);
    } catch (SocketTimeoutException _) {
      return "no answer";
    } catch (SocketException _) {
      return "closed";
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
