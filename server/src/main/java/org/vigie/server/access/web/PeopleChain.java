package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AnonymousConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.vigie.server.access.AccessSettings;

/// The filters for requests of people: sessions, form tokens and security headers.
final class PeopleChain {
  /// The content security policy; scripts and styles are files, never inline.
  static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
      + " img-src 'self'; media-src 'self' blob:; connect-src 'self'; form-action 'self';"
      + " frame-ancestors 'none'; base-uri 'none'";

  private static final String PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(),"
      + " payment=(), usb=(), publickey-credentials-get=(self),"
      + " publickey-credentials-create=(self)";

  /// The name of strangers, set by our own filter; nothing from outside is compared with it.
  private static final String STRANGER = "stranger";

  private PeopleChain() {}

  /// Builds the chain.
  ///
  /// @param oidc adds single sign-on, if it is on
  ///
  /// A request is authenticated and authorised before its form token is checked, which reads the
  /// form.
  public static SecurityFilterChain build(
      HttpSecurity http,
      PersonFilter persons,
      PermissionFirst permissions,
      AccessSettings settings,
      OidcSignIn oidc) {
    http.csrf(csrf -> formTokens(csrf, settings.isSecure()))
        .headers(PeopleChain::headers)
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .sessionManagement(AbstractHttpConfigurer::disable)
        .anonymous(PeopleChain::nameStrangers)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .addFilterBefore(persons, CsrfFilter.class)
        .addFilterBefore(permissions, CsrfFilter.class)
        .exceptionHandling(
            exceptions -> exceptions.authenticationEntryPoint(PeopleChain::askToSignIn))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    oidc.addTo(http);
    return http.build();
  }

  /// Sets the security headers, also of answers to programs, as a browser may open those.
  public static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }

  /// Keeps form tokens in a cookie, so that visitors of the sign-in page get no session.
  private static void formTokens(CsrfConfigurer<HttpSecurity> csrf, boolean secure) {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(secure ? "__Host-form" : "form");
    tokens.setHeaderName("X-CSRF-TOKEN");
    tokens.setCookiePath("/");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(secure).sameSite("Lax"));
    csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new FormTokens());
  }

  /// Names callers who are not signed in, without the details of the request: Spring Security's
  /// usual ones look the session up in the database, even for invented cookies and with the
  /// connections of the requested path.
  ///
  /// There is a second reason not to touch sessions: at each sign-in, [Sessions] ends the old
  /// one and makes a new one. If Spring Security renamed the old one before, in memory only,
  /// ending it would miss the stored one, and its identifier would be that of the new session.
  public static void nameStrangers(AnonymousConfigurer<HttpSecurity> strangers) {
    AnonymousAuthenticationFilter filter = new AnonymousAuthenticationFilter(STRANGER);
    filter.setAuthenticationDetailsSource(HttpServletRequest::getRemoteAddr);
    strangers.key(STRANGER).authenticationFilter(filter);
  }

  /// Redirects page requests to the sign-in page, and back from there; scripts get a plain 401.
  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    String query = request.getQueryString();
    String path = request.getRequestURI() + (query == null ? "" : "?" + query);
    if (!request.getMethod().equals("GET")) {
      response.sendError(HttpStatus.UNAUTHORIZED.value());
    } else if (path.equals("/")) {
      response.sendRedirect("/sign-in");
    } else {
      response.sendRedirect("/sign-in?then=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }
  }
}
