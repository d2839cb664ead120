package org.vigie.server.outbound;

import java.io.IOException;
import java.time.Duration;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.outbound.calling.CallDeadline;
import org.vigie.server.outbound.calling.Connector;
import org.vigie.server.outbound.calling.Exchange;
import org.vigie.server.outbound.calling.HeldMemory;
import org.vigie.server.outbound.calling.TrustedCertificates;

/// Calls destinations that an operator configured, such as webhooks and exchanges. Sends each call
/// once and follows no redirect. Threads: any; a call blocks until the deadline at the most.
public final class OutboundHttp {
  private final Connector connector;
  private final int maxAnswerBytes;
  private final Duration deadline;
  private final MemoryBudget memory;

  /// @param guard the addresses that may be asked: [AddressGuard#publicOnly], or by a setting of
  ///     the destination [AddressGuard#internalToo]
  /// @param maxAnswerBytes of the body of an answer
  /// @param deadline for a whole call
  /// @param memory in which an answer is counted while it is read
  public OutboundHttp(
      AddressGuard guard, int maxAnswerBytes, Duration deadline, MemoryBudget memory) {
    this.connector = new Connector(guard, new TrustedCertificates());
    this.maxAnswerBytes = maxAnswerBytes;
    this.deadline = deadline;
    this.memory = memory;
  }

  /// Returns the answer of a destination, with any status.
  ///
  /// @throws OutboundException if there is none; the destination may have processed the call
  public OutboundAnswer send(OutboundCall call) {
    CallDeadline until = CallDeadline.after(deadline);
    try (HeldMemory held = new HeldMemory(memory);
        Exchange exchange = connector.send(call.request(), until)) {
      return new OutboundAnswer(
          exchange.status(), exchange.headers(), exchange.bytes(maxAnswerBytes, held));
    } catch (IOException e) {
      throw OutboundException.of(e, until);
    }
  }
}
