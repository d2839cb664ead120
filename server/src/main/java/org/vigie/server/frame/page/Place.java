package org.vigie.server.frame.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.frame.Language;

/// The address of the page that is shown, without host.
///
/// @param path such as `/banks`; begins with a single slash, as two begin the name of a host
/// @param query as it was sent, without the question mark; may be empty
public record Place(String path, String query) {
  private static final Pattern SLASHES = Pattern.compile("^[/\\\\]+");
  private static final String CHOICE = "lang=";

  /// Of the form that led here; links do not repeat it.
  private static final String FORM_TOKEN = "_csrf=";

  public Place {
    path = SLASHES.matcher(path).replaceFirst("/");
  }

  /// Returns the requested path, also while an error is being answered.
  static Place of(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (failed != null) {
      return new Place(failed.toString(), "");
    }
    String query = request.getQueryString();
    // a request whose first line cannot be read has no path
    String path = Objects.requireNonNullElse(request.getRequestURI(), "/");
    return new Place(path, query == null ? "" : query);
  }

  /// Returns the address of the same page in a language.
  public String in(Language language) {
    return Stream.concat(
            Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty())
                .filter(part -> !part.startsWith(CHOICE) && !part.startsWith(FORM_TOKEN)),
            Stream.of(CHOICE + language.code()))
        .collect(Collectors.joining("&", path + "?", ""));
  }
}
