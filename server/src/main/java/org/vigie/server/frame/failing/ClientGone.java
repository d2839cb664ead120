package org.vigie.server.frame.failing;

import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.util.DisconnectedClientHelper;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemType;

/// Recognises callers that hung up during a request or an answer, or sent malformed HTTP or forms.
/// These are no failures of the server.
final class ClientGone {
  static final Problem PROBLEM = new Problem(
      ProblemType.MALFORMED_REQUEST,
      "The address, the form or the body is not well encoded, too long, or ends early.");

  private ClientGone() {}

  /// Returns whether a failure, or one of its causes, says so.
  static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, Throwable::getCause)
        .takeWhile(cause -> cause != null)
        .anyMatch(ClientGone::isHangUp);
  }

  private static boolean isHangUp(Throwable cause) {
    return cause instanceof BadRequestException
        || cause instanceof InvalidParameterException
        || cause instanceof AsyncRequestNotUsableException
        || DisconnectedClientHelper.isClientDisconnectedException(cause);
  }
}
