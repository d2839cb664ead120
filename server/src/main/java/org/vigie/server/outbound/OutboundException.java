package org.vigie.server.outbound;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.vigie.server.outbound.calling.CallDeadline;

/// A call to another host failed.
public final class OutboundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause cause;

  public OutboundException(Cause cause) {
    super(cause.sentence());
    this.cause = cause;
  }

  public OutboundException(Cause cause, Exception reason) {
    super(cause.sentence(), reason);
    this.cause = cause;
  }

  /// Returns the failure that an error of the connection means, given the deadline of the call.
  static OutboundException of(IOException error, CallDeadline until) {
    return new OutboundException(cause(error, until), error);
  }

  private static Cause cause(IOException error, CallDeadline until) {
    if (until.isOver() || error instanceof SocketTimeoutException) {
      return Cause.TOO_SLOW;
    }
    return switch (error) {
      case TruncatedChunkException _ -> Cause.NOT_REACHED;
      case ClientProtocolException _ -> Cause.BAD_ANSWER;
      case MessageConstraintException _ -> Cause.BAD_ANSWER;
      case MalformedChunkCodingException _ -> Cause.BAD_ANSWER;
      case NoHttpResponseException _ -> Cause.BAD_ANSWER;
      default -> Cause.NOT_REACHED;
    };
  }

  /// Returns why.
  public Cause why() {
    return cause;
  }

  /// Why a call failed.
  public enum Cause {
    BAD_URL("The URL is not an absolute http or https URL without credentials."),
    UNKNOWN_HOST("The host of the URL is not known."),
    NOT_PUBLIC("The URL leads to an address that is not public."),
    TOO_MANY_REDIRECTS("The URL is redirected too often."),
    REFUSED_BY_HOST("The host does not answer with the content."),
    BAD_ANSWER("The host does not answer as HTTP/1.1 asks for."),
    NOT_REACHED("The host could not be reached, or went away."),
    TOO_SLOW("The content did not arrive in time."),
    TOO_LARGE("The content is larger than what is accepted."),
    BUSY("As much content as this server holds at once is being fetched. Try again later.");

    private final String sentence;

    Cause(String sentence) {
      this.sentence = sentence;
    }

    /// Returns a sentence for the caller.
    public String sentence() {
      return sentence;
    }
  }
}
