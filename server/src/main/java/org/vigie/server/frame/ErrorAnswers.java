package org.vigie.server.frame;

import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.vigie.server.frame.edge.RequestId;
import org.vigie.server.frame.failing.ErrorPage;
import org.vigie.server.frame.failing.Problems;
import org.vigie.server.frame.page.FrameResolver;
import org.vigie.server.frame.page.PageConverter;
import tools.jackson.databind.json.JsonMapper;

/// Writes problems: a problem document for programs, `{"message": …}` for those of HMA, a page
/// for people. Filters, the gates of `access` and everything that fails in a handler answer
/// through this.
public final class ErrorAnswers {
  private final FrameResolver frames;
  private final TemplateEngine engine;
  private final JsonMapper json;

  public ErrorAnswers(FrameResolver frames, TemplateEngine engine, JsonMapper json) {
    this.frames = frames;
    this.engine = engine;
    this.json = json;
  }

  /// Returns whether only programs come here; they get problem documents, people get pages.
  public static boolean isForPrograms(HttpServletRequest request) {
    return MatchedPath.of(request).isForPrograms();
  }

  /// Answers a request with a problem, unless an answer is already on its way.
  public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.type().status().value());
    if (problem.type().status() == HttpStatus.TOO_MANY_REQUESTS) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    problem.headers().forEach(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    MatchedPath place = MatchedPath.of(request);
    if (place.isForHma()) {
      byte[] message = json.writeValueAsBytes(Map.of("message", problem.message()));
      writeBody(response, MediaType.APPLICATION_JSON_VALUE, message);
    } else if (place.isForPrograms()) {
      writeBody(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, document(request, problem));
    } else {
      writeBody(response, "text/html;charset=UTF-8", page(request, problem));
    }
  }

  /// Answers a request that the container refused, which no filter has seen: it has no id yet.
  /// Requests that the container calls not supported (501, 505) were unreadable.
  ///
  /// @param status that the container has set
  public void writeRefusal(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    boolean unread = status == HttpStatus.NOT_IMPLEMENTED.value()
        || status == HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value();
    write(request, response, Problems.ofStatus(unread ? HttpStatus.BAD_REQUEST.value() : status));
  }

  private byte[] document(HttpServletRequest request, Problem problem) {
    Map<String, Object> members = problem.document();
    RequestId.of(request).ifPresent(id -> members.put("request", id.value()));
    return json.writeValueAsBytes(members);
  }

  private byte[] page(HttpServletRequest request, Problem problem) {
    ErrorPage page = new ErrorPage(frames.frameOf(request), problem.type(), RequestId.of(request));
    return PageConverter.html(engine, page).getBytes(StandardCharsets.UTF_8);
  }

  private static void writeBody(HttpServletResponse response, String type, byte[] body)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
