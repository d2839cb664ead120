package org.vigie.server.outbound;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.outbound.OutboundException.Cause;
import org.vigie.server.outbound.calling.CallDeadline;
import org.vigie.server.outbound.calling.Connector;
import org.vigie.server.outbound.calling.Exchange;
import org.vigie.server.outbound.calling.HeldMemory;
import org.vigie.server.outbound.calling.Target;
import org.vigie.server.outbound.calling.TrustedCertificates;

/// Fetches content from URLs that outsiders name. Threads: any; a call blocks until the deadline at
/// the most.
public final class UrlFetcher {
  private static final int MOST_REDIRECTS = 5;
  private static final int MOST_AT_ONCE = 16;

  private final Connector connector;
  private final int maxBytes;
  private final Duration deadline;
  private final MemoryBudget memory;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /// @param guard the addresses that may be asked
  /// @param maxBytes of the content
  /// @param deadline for everything, redirects included
  /// @param memory in which content is held until it is closed
  public UrlFetcher(AddressGuard guard, int maxBytes, Duration deadline, MemoryBudget memory) {
    this(new Connector(guard, new TrustedCertificates()), maxBytes, deadline, memory);
  }

  UrlFetcher(Connector connector, int maxBytes, Duration deadline, MemoryBudget memory) {
    this.connector = connector;
    this.maxBytes = maxBytes;
    this.deadline = deadline;
    this.memory = memory;
  }

  /// Returns the content that a URL leads to; the caller closes it.
  ///
  /// @throws OutboundException if it leads to no content
  public FetchedContent fetch(String url) {
    if (!places.tryAcquire()) {
      throw new OutboundException(Cause.BUSY);
    }
    try {
      return content(url);
    } finally {
      places.release();
    }
  }

  private FetchedContent content(String url) {
    CallDeadline until = CallDeadline.after(deadline);
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
    throw new OutboundException(Cause.TOO_MANY_REDIRECTS);
  }

  /// How one request ended.
  private sealed interface Step {
    record Done(FetchedContent content) implements Step {}

    record Redirected(String location) implements Step {}
  }

  private Step step(Target target, CallDeadline until) {
    try (Exchange exchange = connector.send(target.request("GET"), until)) {
      return answer(exchange);
    } catch (IOException e) {
      throw OutboundException.of(e, until);
    }
  }

  private Step answer(Exchange exchange) throws IOException {
    return switch (exchange.status()) {
      case HttpStatus.SC_OK -> new Step.Done(content(exchange));
      case HttpStatus.SC_MOVED_PERMANENTLY,
          HttpStatus.SC_MOVED_TEMPORARILY,
          HttpStatus.SC_SEE_OTHER,
          HttpStatus.SC_TEMPORARY_REDIRECT,
          HttpStatus.SC_PERMANENT_REDIRECT ->
        new Step.Redirected(exchange
            .header(HttpHeaders.LOCATION)
            .orElseThrow(() -> new OutboundException(Cause.BAD_ANSWER)));
      default -> throw new OutboundException(Cause.REFUSED_BY_HOST);
    };
  }

  private FetchedContent content(Exchange exchange) throws IOException {
    HeldMemory held = new HeldMemory(memory);
    try {
      return new FetchedContent(exchange.content(maxBytes, held), exchange.mediaType());
    } catch (IOException | RuntimeException | Error e) {
      held.close();
      throw e;
    }
  }
}
