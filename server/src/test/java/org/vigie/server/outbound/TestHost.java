package org.vigie.server.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// A host on this machine that answers each connection with the next prepared answer.
public final class TestHost implements AutoCloseable {
  private final ServerSocket socket;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<List<String>> heads = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private volatile boolean silent;
  private volatile boolean listening = true;

  /// Writes an answer.
  @FunctionalInterface
  public interface Answer {
    void writeTo(OutputStream out) throws IOException;
  }

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
    return answers(out -> out.write(answer));
  }

  /// Prepares an answer.
  public TestHost answers(Answer answer) {
    answers.add(answer);
    return this;
  }

  /// Prepares an answer that continues until the caller disconnects.
  public TestHost answersWithoutEnd(String start, String more, Duration pause) {
    return answers(out -> {
      out.write(start.getBytes(ISO_8859_1));
      while (true) {
        out.write(more.getBytes(ISO_8859_1));
        out.flush();
        LockSupport.parkNanos(pause.toNanos());
      }
    });
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

  public void isSilent() {
    silent = true;
  }

  /// Answers without reading a request.
  public TestHost speaksFirst() {
    listening = false;
    return this;
  }

  /// Returns the first lines of the requests.
  public List<String> requests() {
    return heads.stream().map(List::getFirst).toList();
  }

  /// Returns the lines of the requests before their bodies.
  public List<List<String>> heads() {
    return heads;
  }

  /// Returns the bodies of the requests.
  public List<String> bodies() {
    return bodies;
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
      if (listening) {
        read(in);
      }
      if (silent) {
        in.readLine(); // until the caller goes away
        return;
      }
      Answer answer = answers.poll();
      if (answer != null) {
        answer.writeTo(caller.getOutputStream());
      }
      caller.shutdownOutput();
    } catch (IOException e) {
      // The caller went away.
    }
  }

  private void read(BufferedReader in) throws IOException {
    List<String> head = in.lines().takeWhile(line -> !line.isEmpty()).toList();
    heads.add(head.isEmpty() ? List.of("") : head);
    for (String line : head) {
      if (line.startsWith("Content-Length: ")) {
        char[] body = new char[Integer.parseInt(line.substring(16))];
        bodies.add(new String(body, 0, Math.max(0, in.read(body))));
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
