package org.vigie.server.outbound.calling;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.CloseMode;
import org.vigie.media.NativeBytes;
import org.vigie.server.frame.WholeInput;
import org.vigie.server.outbound.OutboundException;
import org.vigie.server.outbound.OutboundException.Cause;

/// One request and its answer, over a connection that ends with it. Threads: one at a time.
public final class Exchange implements AutoCloseable {
  private static final int BUFFER = 1 << 14;

  private final Watchdog watchdog;
  private final CloseableHttpClient client;
  private final ClassicHttpResponse answer;

  private Exchange(Watchdog watchdog, CloseableHttpClient client, ClassicHttpResponse answer) {
    this.watchdog = watchdog;
    this.client = client;
    this.answer = answer;
  }

  /// Sends a request and reads the head of the answer.
  ///
  /// @param client ends with the exchange; all its sockets are the watchdog's
  static Exchange open(ClassicHttpRequest request, CloseableHttpClient client, Watchdog watchdog)
      throws IOException {
    try {
      return new Exchange(watchdog, client, client.executeOpen(null, request, null));
    } catch (IOException | RuntimeException | Error e) {
      close(watchdog, client);
      throw e;
    }
  }

  public int status() {
    return answer.getCode();
  }

  /// Returns the first header of a name.
  public Optional<String> header(String name) {
    return Optional.ofNullable(answer.getFirstHeader(name)).map(Header::getValue);
  }

  /// Returns the first header of each name, by names in small letters.
  public Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    for (Header header : answer.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    return headers;
  }

  /// Returns the media type without parameters, empty if the host does not say.
  public String mediaType() {
    String type = header(HttpHeaders.CONTENT_TYPE).orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip();
  }

  /// Reads the body to its end, as it was sent.
  ///
  /// @param memory counts the bytes
  /// @throws OutboundException if there are more than `maxBytes`, or there is no memory for them
  public byte[] bytes(int maxBytes, HeldMemory memory) throws IOException {
    HttpEntity body = answer.getEntity();
    if (body == null) {
      return new byte[0];
    }
    if (body.getContentLength() > maxBytes) {
      throw new OutboundException(Cause.TOO_LARGE);
    }
    return body.getContentLength() < 0
        ? unannounced(memory.counted(body.getContent()), maxBytes)
        : announced(body.getContent(), (int) body.getContentLength(), memory);
  }

  /// Reads the body to its end, as it was sent, into memory outside the heap.
  ///
  /// @param memory counts the bytes, until the content is freed
  /// @throws OutboundException if there are more than `maxBytes`, or there is no memory for them
  public NativeBytes content(int maxBytes, HeldMemory memory) throws IOException {
    HttpEntity body = answer.getEntity();
    long length = body == null ? 0 : body.getContentLength();
    if (length > maxBytes) {
      throw new OutboundException(Cause.TOO_LARGE);
    }
    if (length < 0) {
      return unannounced(Objects.requireNonNull(body).getContent(), maxBytes, memory);
    }
    memory.take(length);
    NativeBytes content = memory.allocate(length);
    try {
      if (body != null) {
        fill(content.segment(), body.getContent());
      }
      return content;
    } catch (IOException | RuntimeException | Error e) {
      content.close();
      throw e;
    }
  }

  private static void fill(MemorySegment content, InputStream body) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long filled = 0;
    while (filled < content.byteSize()) {
      int read = body.read(buffer, 0, (int) Math.min(BUFFER, content.byteSize() - filled));
      if (read < 0) {
        throw new EOFException("the body is shorter than announced");
      }
      MemorySegment.copy(MemorySegment.ofArray(buffer), 0, content, filled, read);
      filled += read;
    }
  }

  /// @param memory counts bytes twice, as pieces and put together
  private static NativeBytes unannounced(InputStream body, int maxBytes, HeldMemory memory)
      throws IOException {
    WholeInput whole = new WholeInput(memory.counted(body), () -> -1, memory.countedAlready());
    NativeBytes content = whole.readWhole(maxBytes + 1);
    if (content.size() > maxBytes) {
      content.close();
      throw new OutboundException(Cause.TOO_LARGE);
    }
    return content;
  }

  /// Reads the body into one array, without pieces in between.
  private static byte[] announced(InputStream body, int length, HeldMemory memory)
      throws IOException {
    memory.take(length);
    byte[] bytes = new byte[length];
    if (body.readNBytes(bytes, 0, length) < length) {
      throw new EOFException("the body is shorter than announced");
    }
    return bytes;
  }

  private static byte[] unannounced(InputStream body, int maxBytes) throws IOException {
    byte[] bytes = body.readNBytes(maxBytes);
    if (bytes.length == maxBytes && body.read() >= 0) {
      throw new OutboundException(Cause.TOO_LARGE);
    }
    return bytes;
  }

  @Override
  public void close() {
    close(watchdog, client);
  }

  /// Closes the sockets first: the library would read the rest of the body.
  private static void close(Watchdog watchdog, CloseableHttpClient client) {
    watchdog.close();
    client.close(CloseMode.IMMEDIATE);
  }
}
