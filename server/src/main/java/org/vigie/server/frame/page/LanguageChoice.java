package org.vigie.server.frame.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.vigie.server.frame.Language;

/// Keeps the language chosen with `?lang=`. It reads the query of the address only: reading a
/// parameter would read the body of a request before its caller is authorised.
public final class LanguageChoice implements HandlerInterceptor {
  private static final String CHOICE = "lang=";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    LocaleResolver resolver = RequestContextUtils.getLocaleResolver(request);
    if (resolver != null) {
      chosen(request.getQueryString())
          .ifPresent(language -> resolver.setLocale(request, response, language.locale()));
    }
    return true;
  }

  private static Optional<Language> chosen(@Nullable String query) {
    return Arrays.stream(query == null ? new String[0] : query.split("&", -1))
        .filter(part -> part.startsWith(CHOICE))
        .map(part -> part.substring(CHOICE.length()))
        .flatMap(code -> Language.ofCode(code).stream())
        .findFirst();
  }
}
