package org.vigie.server.frame;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;

/// A kind of problem for API clients; its name never changes.
///
/// @param slug the last part of the stable `type`: `/problems/<slug>`
/// @param status of the answer
/// @param title one English sentence, the same for every problem of the type
public record ProblemType(String slug, HttpStatus status, String title) {
  public static final ProblemType MALFORMED_REQUEST = new ProblemType(
      "malformed-request", HttpStatus.BAD_REQUEST, "The request could not be read.");
  public static final ProblemType INVALID_FIELD =
      new ProblemType("invalid-field", HttpStatus.BAD_REQUEST, "A field is invalid.");
  public static final ProblemType UNAUTHENTICATED = new ProblemType(
      "unauthenticated", HttpStatus.UNAUTHORIZED, "The call needs a valid API key.");
  public static final ProblemType FORBIDDEN =
      new ProblemType("forbidden", HttpStatus.FORBIDDEN, "The key does not allow this call.");
  public static final ProblemType NOT_FOUND =
      new ProblemType("not-found", HttpStatus.NOT_FOUND, "Nothing exists at this address.");
  public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType(
      "method-not-allowed",
      HttpStatus.METHOD_NOT_ALLOWED,
      "The address does not support this method.");
  public static final ProblemType NOT_ACCEPTABLE = new ProblemType(
      "not-acceptable", HttpStatus.NOT_ACCEPTABLE, "No accepted media type is available.");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType(
      "unsupported-media-type",
      HttpStatus.UNSUPPORTED_MEDIA_TYPE,
      "The media type of the body is not supported.");
  public static final ProblemType TOO_SLOW = new ProblemType(
      "too-slow", HttpStatus.REQUEST_TIMEOUT, "The request took too long to arrive.");
  public static final ProblemType CONFLICT = new ProblemType(
      "conflict", HttpStatus.CONFLICT, "Conflict with a change or with an existing object.");
  public static final ProblemType TOO_LARGE =
      new ProblemType("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large.");
  public static final ProblemType TOO_MANY_REQUESTS = new ProblemType(
      "too-many-requests", HttpStatus.TOO_MANY_REQUESTS, "Slow down and try again.");
  public static final ProblemType NOT_READY =
      new ProblemType("not-ready", HttpStatus.SERVICE_UNAVAILABLE, "The index is not loaded yet.");
  public static final ProblemType BUSY =
      new ProblemType("busy", HttpStatus.SERVICE_UNAVAILABLE, "The server is busy.");
  public static final ProblemType NO_DATABASE = new ProblemType(
      "no-database", HttpStatus.SERVICE_UNAVAILABLE, "The database cannot be reached.");
  public static final ProblemType INTERNAL = new ProblemType(
      "internal",
      HttpStatus.INTERNAL_SERVER_ERROR,
      "Something went wrong inside Vigie; the request was not carried out.");

  public static final ProblemType DISK_FULL = new ProblemType(
      "disk-full", HttpStatus.INSUFFICIENT_STORAGE, "The server has no space left.");

  /// The types that any call can answer. Modules add theirs as beans.
  public static final List<ProblemType> OF_THE_FRAME = List.of(
      MALFORMED_REQUEST,
      INVALID_FIELD,
      UNAUTHENTICATED,
      FORBIDDEN,
      NOT_FOUND,
      METHOD_NOT_ALLOWED,
      NOT_ACCEPTABLE,
      TOO_SLOW,
      CONFLICT,
      TOO_LARGE,
      UNSUPPORTED_MEDIA_TYPE,
      TOO_MANY_REQUESTS,
      NOT_READY,
      BUSY,
      NO_DATABASE,
      INTERNAL,
      DISK_FULL);

  /// Returns a type for missing objects.
  public static ProblemType missing(String slug, String title) {
    return new ProblemType(slug, HttpStatus.NOT_FOUND, title);
  }

  /// Returns a type for conflicts with existing objects.
  public static ProblemType conflict(String slug, String title) {
    return new ProblemType(slug, HttpStatus.CONFLICT, title);
  }

  /// Returns a type for requests that are refused to every caller.
  public static ProblemType refused(String slug, String title) {
    return new ProblemType(slug, HttpStatus.FORBIDDEN, title);
  }

  /// Returns a type for requests that are well formed but make no sense.
  public static ProblemType senseless(String slug, String title) {
    return new ProblemType(slug, HttpStatus.UNPROCESSABLE_CONTENT, title);
  }

  /// Returns the `type` member of the problem document.
  public URI uri() {
    return URI.create("/problems/" + slug);
  }
}
