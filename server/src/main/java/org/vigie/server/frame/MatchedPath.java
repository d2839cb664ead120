package org.vigie.server.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/// The path of a request as handlers match it: decoded once, without path parameters, empty
/// segments and dot segments.
///
/// `/%61pi/v1/scans`, `//api/v1/scans` and `/api;x=y/v1/./scans` are all `/api/v1/scans`. Every
/// limit and gate that depends on a path asks this, so that no spelling of a path gets round one.
///
/// @param text begins with a slash, and ends with one only if it is nothing else
public record MatchedPath(String text) {
  /// Returns the path of a request, also while the answer to an error is being written.
  public static MatchedPath of(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String uri = request.getRequestURI();
    if (failed != null) {
      return of(failed.toString());
    }
    // There is none if the first line of a request was unreadable.
    return of(uri == null ? "" : uri);
  }

  /// Returns the path that handlers match.
  ///
  /// @param uri as it was sent, without the query
  public static MatchedPath of(String uri) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : uri.split("/", -1)) {
      int parameters = segment.indexOf(';');
      String decoded = decoded(parameters < 0 ? segment : segment.substring(0, parameters));
      for (String each : decoded.split("[/\\\\]", -1)) {
        add(each, segments);
      }
    }
    return new MatchedPath("/" + String.join("/", segments));
  }

  private static void add(String segment, Deque<String> segments) {
    if (segment.equals("..")) {
      segments.pollLast();
    } else if (!segment.isEmpty() && !segment.equals(".")) {
      segments.addLast(segment);
    }
  }

  /// A malformed segment matches no handler; it is left undecoded.
  private static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return segment;
    }
  }

  /// Returns whether the path is a folder or is below it.
  ///
  /// @param folder such as `/api`
  public boolean isWithin(String folder) {
    return text.startsWith(folder)
        && (text.length() == folder.length() || text.charAt(folder.length()) == '/');
  }

  /// Returns whether clients of HMA come here; they get its form of errors.
  public boolean isForHma() {
    return isWithin("/hma");
  }

  /// Returns whether only programs come here; they get problem documents, not pages.
  boolean isForPrograms() {
    return isWithin("/api") || isForHma();
  }
}
