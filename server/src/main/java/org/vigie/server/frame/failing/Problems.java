package org.vigie.server.frame.failing;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.vigie.server.frame.DatabaseOutage;
import org.vigie.server.frame.JsonMistakes;
import org.vigie.server.frame.LaneBusyException;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import tools.jackson.core.JacksonException;

/// Turns failures of a request into problems for the caller.
///
/// Messages of exceptions never pass, as they may quote the request; only those of
/// [ProblemException] and [ProblemCause], which are written for callers.
public final class Problems {
  private static final Map<Integer, ProblemType> BY_STATUS = ProblemType.OF_THE_FRAME.stream()
      .filter(type -> !type.equals(ProblemType.INVALID_FIELD)
          && type.status() != HttpStatus.SERVICE_UNAVAILABLE)
      .collect(Collectors.toUnmodifiableMap(type -> type.status().value(), type -> type));

  private static final Problem OUTAGE = new Problem(
          ProblemType.NO_DATABASE,
          "The database cannot be reached at the moment. If this was to change something, look whether it did.")
      .withHeader(HttpHeaders.RETRY_AFTER, "5");

  private static final Problem BUSY = new Problem(
          ProblemType.BUSY,
          "Too much of this kind is under way at the moment; this request was not carried out.")
      .withHeader(HttpHeaders.RETRY_AFTER, "2");

  private Problems() {}

  static Problem of(Throwable failure) {
    return switch (failure) {
      case ProblemException known -> known.problem();
      case ProblemCause known -> known.problem();
      case HttpMessageNotReadableException body -> ofBody(body);
      case MissingServletRequestParameterException missing ->
        Problem.ofField(missing.getParameterName(), "This parameter is missing.");
      case MissingServletRequestPartException missing ->
        Problem.ofField(missing.getRequestPartName(), "This part is missing.");
      case MissingRequestHeaderException missing ->
        Problem.ofField(missing.getHeaderName(), "This header is missing.");
      case MethodArgumentTypeMismatchException mismatch ->
        Problem.ofField(mismatch.getName(), JsonMistakes.expected(mismatch.getRequiredType()));
      case TypeMismatchException mismatch -> malformed("A value is not of the right kind.");
      case BindException binding -> ofBinding(binding);
      case MethodValidationResult validation -> ofValidation(validation);
      case MultipartException multipart -> ofMultipart(multipart);
      case ErrorResponse response -> ofResponse(response);
      default ->
        ofCauses(
            failure,
            new Problem(ProblemType.INTERNAL, "Quote the request id when you ask for help."));
    };
  }

  /// Returns the problem for a status that something else has set.
  public static Problem ofStatus(int status) {
    ProblemType type = BY_STATUS.getOrDefault(
        status,
        HttpStatusCode.valueOf(status).is5xxServerError()
            ? ProblemType.INTERNAL
            : ProblemType.MALFORMED_REQUEST);
    return new Problem(type, type.title());
  }

  private static Problem malformed(String detail) {
    return new Problem(ProblemType.MALFORMED_REQUEST, detail);
  }

  private static Problem ofBody(HttpMessageNotReadableException failure) {
    return switch (failure.getCause()) {
      case null -> malformed("The body is missing.");
      case JacksonException mistake -> JsonMistakes.explain(mistake);
      case Throwable other ->
        ofCauses(failure, malformed("The body could not be read to its end."));
    };
  }

  private static Problem ofMultipart(MultipartException failure) {
    return failure instanceof MaxUploadSizeExceededException
        ? new Problem(ProblemType.TOO_LARGE, "The upload is larger than what is accepted.")
        : ofCauses(failure, malformed("The body is not a well-formed multipart form."));
  }

  /// Returns the problem that an exception or its causes name, as a body is read through several
  /// layers.
  static Problem ofCauses(Throwable failure, Problem otherwise) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException || cause instanceof ProblemCause) {
        return of(cause);
      }
    }
    if (DatabaseOutage.isDiskFull(failure)) {
      return DiskFull.PROBLEM;
    }
    if (LaneBusyException.isCauseOf(failure)) {
      return BUSY;
    }
    if (UnstorableText.isCauseOf(failure)) {
      return UnstorableText.PROBLEM;
    }
    return DatabaseOutage.isCauseOf(failure) ? OUTAGE : otherwise;
  }

  private static Problem ofBinding(BindException failure) {
    return failure.getFieldErrors().stream()
        .findFirst()
        .map(FieldError::getField)
        .map(field -> Problem.ofField(field, "This value cannot be used here."))
        .orElseGet(() -> malformed("A value cannot be used here."));
  }

  private static Problem ofValidation(MethodValidationResult failure) {
    return failure.getParameterValidationResults().stream()
        .map(result -> result.getMethodParameter().getParameterName())
        .findFirst()
        .map(name -> Problem.ofField(name, "This value cannot be used here."))
        .orElseGet(() -> malformed("A value cannot be used here."));
  }

  private static Problem ofResponse(ErrorResponse response) {
    Problem problem = ofStatus(response.getStatusCode().value());
    String allow = response.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null ? problem : problem.withHeader(HttpHeaders.ALLOW, allow);
  }
}
