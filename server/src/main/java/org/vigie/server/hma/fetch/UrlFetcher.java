package org.vigie.server.hma.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.hma.fetch.FetchException.Cause;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaTooLargeException;

/// Fetches content from URLs. Threads: any; a call blocks until the deadline at the most.
public final class UrlFetcher {
  private static final int MOST_REDIRECTS = 5;
  private static final int OK = 200;
  private static final int MOST_AT_ONCE = 16;

  private final Predicate<InetAddress> allowed;
  private final int maxBytes;
  private final Duration deadline;
  private final MemoryBudget memory;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /// @param allowed the addresses that may be asked
  /// @param maxBytes of the content
  /// @param deadline for everything, redirects included
  /// @param memory in which content is held until it is closed
  public UrlFetcher(
      Predicate<InetAddress> allowed, int maxBytes, Duration deadline, MemoryBudget memory) {
    this.allowed = allowed;
    this.maxBytes = maxBytes;
    this.deadline = deadline;
    this.memory = memory;
  }

  /// Returns what a URL leads to; the caller closes it.
  ///
  /// @throws FetchException if it leads to no content
  public FetchedContent fetch(String url) {
    if (!places.tryAcquire()) {
      throw new FetchException(Cause.BUSY);
    }
    try {
      return content(url);
    } finally {
      places.release();
    }
  }

  private FetchedContent content(String url) {
    Deadline until = Deadline.after(deadline);
    Target target = Target.parse(url);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Step step = step(target, until);
      switch (step) {
        case Step.Done(FetchedContent content) -> {
          return content;
        }
        case Step.Redirected(String location) -> target = target.redirected(location);
      }
    }
    throw new FetchException(Cause.TOO_MANY_REDIRECTS);
  }

  /// What one request came to.
  private sealed interface Step {
    record Done(FetchedContent content) implements Step {}

    record Redirected(String location) implements Step {}
  }

  private Step step(Target target, Deadline until) {
    try (Socket plain = connect(target, until);
        Watchdog _ = new Watchdog(plain, until);
        Socket socket = target.isSecure() ? secured(plain, target) : plain) {
      socket.getOutputStream().write(target.request());
      socket.getOutputStream().flush();
      return answer(new BufferedInputStream(until.input(socket)));
    } catch (SocketTimeoutException e) {
      throw new FetchException(Cause.TOO_SLOW, e);
    } catch (MediaTooLargeException e) {
      throw new FetchException(Cause.TOO_LARGE, e);
    } catch (IOException e) {
      throw new FetchException(Cause.NOT_REACHED, e);
    }
  }

  /// Connects to an address that was checked, the first one that answers.
  private Socket connect(Target target, Deadline until) throws IOException {
    IOException last = new IOException("the host has no address");
    for (InetAddress address : target.addresses(allowed)) {
      try {
        return connect(target, address, until);
      } catch (SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static Socket connect(Target target, InetAddress address, Deadline until)
      throws IOException {
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(address, target.port()), until.left());
      plain.setSoTimeout(until.left());
      return plain;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /// The certificate has to be of the name, not of the address.
  private static Socket secured(Socket plain, Target target) throws IOException {
    SSLSocketFactory sockets = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) sockets.createSocket(plain, target.host(), target.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private Step answer(InputStream in) throws IOException {
    AnswerHead head = AnswerHead.read(in);
    if (head.isRedirect()) {
      return new Step.Redirected(
          head.header("location").orElseThrow(() -> new FetchException(Cause.BAD_ANSWER)));
    }
    if (head.status() != OK) {
      throw new FetchException(Cause.REFUSED_BY_HOST);
    }
    return new Step.Done(content(head, in));
  }

  private FetchedContent content(AnswerHead head, InputStream in) throws IOException {
    HeldMemory held = new HeldMemory(memory);
    try {
      return new FetchedContent(media(body(head, in), held), head.mediaType(), held);
    } catch (IOException | RuntimeException | Error e) {
      held.close();
      throw e;
    }
  }

  private Media media(InputStream body, HeldMemory held) throws IOException {
    if (!(body instanceof SizedInput sized)) {
      return Media.read(held.counted(body), maxBytes);
    }
    held.take(sized.left());
    return Media.of(sized.readAllBytes());
  }

  /// Returns the body by what the head says about its length (RFC 9112, section 6.3).
  private InputStream body(AnswerHead head, InputStream in) {
    Optional<String> encoding = head.header("transfer-encoding");
    if (encoding.isPresent()) {
      if (!encoding.get().equalsIgnoreCase("chunked")) {
        throw new FetchException(Cause.BAD_ANSWER);
      }
      return new ChunkedInput(in);
    }
    if (head.contentLength().filter(length -> length > maxBytes).isPresent()) {
      throw new FetchException(Cause.TOO_LARGE);
    }
    return head.contentLength()
        .<InputStream>map(length -> new SizedInput(in, length))
        .orElse(in);
  }
}
