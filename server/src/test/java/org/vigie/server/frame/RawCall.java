package org.vigie.server.frame;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A connection on which a test sends raw bytes.
record RawCall(Socket socket) implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;

  /// The end of a problem or a page, and of its chunks.
  private static final Pattern END = Pattern.compile("(}|</html>)\\s*(\r\n0)?\\s*$");

  static RawCall to(int port) throws IOException {
    return of(new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /// Connects from an address of this machine, such as 127.0.0.2.
  static RawCall from(String address, int port) throws IOException {
    return of(
        new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.ofLiteral(address), 0));
  }

  private static RawCall of(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new RawCall(socket);
  }

  /// Sends lines, each ended as HTTP wants it.
  RawCall send(String... lines) throws IOException {
    for (String line : lines) {
      write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    return this;
  }

  /// Sends bytes; sending may fail after the server has refused to read on.
  void write(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  boolean isAnswered() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  /// Returns the status line, the headers and the first piece of the body.
  String answer() throws IOException {
    StringBuilder answer = new StringBuilder();
    byte[] piece = new byte[8192];
    while (!isEnough(answer.toString())) {
      int length = socket.getInputStream().read(piece);
      if (length < 0) {
        break;
      }
      answer.append(new String(piece, 0, length, StandardCharsets.UTF_8));
    }
    return answer.toString();
  }

  /// Problems and pages show where they end; the server may keep the connection for longer, to take
  /// the rest of a body.
  private static boolean isEnough(String answer) {
    return answer.contains("\r\n\r\n") && END.matcher(answer).find();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
