package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// Finds the token of a form: in a field, or in a header.
///
/// Forms with files carry it in the query of their address, where it is found before the files are
/// read.
final class FormTokens implements CsrfTokenRequestHandler {
  private final XorCsrfTokenRequestAttributeHandler usual =
      new XorCsrfTokenRequestAttributeHandler();

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
    usual.handle(request, response, token);
  }

  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    return usual.resolveCsrfTokenValue(isForm(request) ? request : new FromQuery(request), token);
  }

  /// Bodies of any other kind hold no fields.
  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null
        || type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }

  /// A request whose parameters are those of its address.
  private static final class FromQuery extends HttpServletRequestWrapper {
    private FromQuery(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String query = Optional.ofNullable(getQueryString()).orElse("");
      return Arrays.stream(query.split("&", -1))
          .filter(part -> part.startsWith(name + "="))
          .findFirst()
          .flatMap(part -> decoded(part.substring(name.length() + 1)))
          .orElse(null);
    }

    /// Decodes a value. Returns empty if it is no text of an address: it is no token.
    private static Optional<String> decoded(String value) {
      try {
        return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
