package org.vigie.server.frame.failing;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.vigie.server.frame.DiskSpace;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemType;

/// The last stop of a request that failed: in a handler, in a filter, or by a status that was
/// sent without words.
public final class FailedRequests
    implements HandlerExceptionResolver, HttpRequestHandler, ErrorController {
  private static final Logger log = LoggerFactory.getLogger(FailedRequests.class);
  private static final int NOT_FOUND = 404;

  private final ErrorAnswers answers;
  private final ObjectProvider<DiskSpace> disk;

  public FailedRequests(ErrorAnswers answers, ObjectProvider<DiskSpace> disk) {
    this.answers = answers;
    this.disk = disk;
  }

  /// Answers exceptions of handlers; the gates of `access` answer missing permissions.
  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
      return null;
    }
    Problem problem = judged(failure, Problems.of(failure));
    if (problem.type().equals(ProblemType.INTERNAL)) {
      report(failure);
    }
    write(request, response, problem);
    return new ModelAndView();
  }

  /// Returns whether a failure lies with the caller.
  boolean isOfTheCaller(Exception failure) {
    return judged(failure, Problems.of(failure)).type().status().is4xxClientError();
  }

  /// Answers at `/error`, to which the container sends unanswered requests.
  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Problem problem = problemOf(request, failure);
    if (failure instanceof Throwable thrown) {
      problem = judged(thrown, problem);
    }
    if (failure instanceof Throwable thrown && problem.type().equals(ProblemType.INTERNAL)) {
      report(thrown);
    }
    answers.write(request, response, problem);
  }

  /// Recognises failures that are no defects of the server: a caller that hung up, and a full disk,
  /// for which the JDK has no exception type.
  private Problem judged(Throwable failure, Problem problem) {
    if (!problem.type().status().is5xxServerError()) {
      return problem;
    }
    if (isDiskFull() && DiskFull.isPossible(failure)) {
      return DiskFull.PROBLEM;
    }
    return problem.type().equals(ProblemType.INTERNAL) && ClientGone.isCauseOf(failure)
        ? ClientGone.PROBLEM
        : problem;
  }

  private boolean isDiskFull() {
    DiskSpace space = disk.getIfAvailable();
    return space != null && space.room() == DiskSpace.Room.NONE;
  }

  private static Problem problemOf(HttpServletRequest request, @Nullable Object failure) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Problem byStatus = Problems.ofStatus(status instanceof Integer code ? code : NOT_FOUND);
    return failure instanceof Throwable thrown ? Problems.ofCauses(thrown, byStatus) : byStatus;
  }

  private void write(HttpServletRequest request, HttpServletResponse response, Problem problem) {
    try {
      answers.write(request, response, problem);
    } catch (IOException e) {
      log.atDebug().log("the caller left before the answer");
    }
  }

  private static void report(Throwable failure) {
    log.atError()
        .setMessage("request failed")
        .addKeyValue("trace", WordlessTrace.of(failure))
        .log();
  }
}
