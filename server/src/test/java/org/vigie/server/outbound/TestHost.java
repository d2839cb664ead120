package org.vigie.server.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A host on this machine that answers each connection with the next prepared bytes.
public final class TestHost implements AutoCloseable {
  private final ServerSocket socket;
  private final Queue<byte[]> answers = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile boolean silent;

  private TestHost(ServerSocket socket) {
    this.socket = socket;
  }

  /// Starts a host on every address of this machine that begins with 127.
  public static TestHost start() {
    try {
      TestHost host = new TestHost(new ServerSocket(0, 50, InetAddress.ofLiteral("0.0.0.0")));
      Thread.ofVirtual().start(host::serve);
      return host;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Prepares an answer.
  public TestHost answers(String answer) {
    return answers(answer.getBytes(ISO_8859_1));
  }

  /// Prepares an answer.
  public TestHost answers(byte[] answer) {
    answers.add(answer);
    return this;
  }

  /// Prepares content of a media type.
  public TestHost holds(String mediaType, byte[] content) {
    byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: " + mediaType + "\r\nContent-Length: "
            + content.length + "\r\n\r\n")
        .getBytes(ISO_8859_1);
    byte[] answer = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, answer, head.length, content.length);
    return answers(answer);
  }

  void isSilent() {
    silent = true;
  }

  /// Returns the first lines of the requests.
  public List<String> requests() {
    return requests;
  }

  /// Returns the URL of a path.
  public String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        Thread.ofVirtual().start(() -> answer(caller));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void answer(Socket caller) {
    try (caller) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(caller.getInputStream(), ISO_8859_1));
      List<String> head = in.lines().takeWhile(line -> !line.isEmpty()).toList();
      requests.add(head.isEmpty() ? "" : head.getFirst());
      if (silent) {
        in.readLine(); // until the caller goes away
        return;
      }
      byte[] answer = answers.poll();
      caller.getOutputStream().write(answer == null ? new byte[0] : answer);
      caller.getOutputStream().flush();
    } catch (IOException e) {
      requests.add("failed");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
