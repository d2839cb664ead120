package org.vigie.server.frame.edge;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.vigie.server.frame.ErrorAnswers;

/// Replaces Tomcat's own error page, which names the server. Answers requests that the connector
/// itself refuses, for an unreadable first line, header or encoding of the path, and all others
/// that reach the host unanswered.
final class RefusalValve extends ErrorReportValve {
  /// No filter has set headers on these answers.
  private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self';"
      + " style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none';"
      + " base-uri 'none'";

  private final ErrorAnswers answers;

  RefusalValve(ErrorAnswers answers) {
    this.answers = answers;
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < HttpStatus.BAD_REQUEST.value()
        || response.getContentWritten() > 0
        || !response.setErrorReported()
        || !isConnected(response)) {
      return;
    }
    if (response.getHeader("X-Content-Type-Options") == null) {
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Content-Security-Policy", CONTENT_POLICY);
    }
    write(request, response);
  }

  private static boolean isConnected(Response response) {
    AtomicBoolean connected = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, connected);
    return connected.get();
  }

  private void write(Request request, Response response) {
    try {
      answers.writeRefusal(request, response, response.getStatus());
      response.finishResponse();
    } catch (IOException e) {
      container.getLogger().debug("the caller left before the answer", e);
    }
  }
}
