package org.vigie.server.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyToken;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.frame.MatchedPath;
import org.vigie.server.frame.ProblemType;

/// Authenticates programs by their API key ([SentKey]). While only this machine is to reach Vigie,
/// its programs need none for `/metrics` and, if allowed, for `/hma`.
///
/// A request without a key passes on without a caller; handlers that require one refuse it.
final class KeyFilter extends OncePerRequestFilter {
  private static final String NO_SUCH_KEY = "The API key does not count: it is wrong or revoked.";

  /// Seconds after which it is worth trying again.
  private static final String UNKNOWN_FOR = "5";

  private static final RequestMatcher METRICS =
      PathPatternRequestMatcher.withDefaults().matcher("/metrics");

  private final KeyGate gate;
  private final Refusals refusals;
  private final AccessSettings settings;

  KeyFilter(KeyGate gate, Refusals refusals, AccessSettings settings) {
    this.gate = gate;
    this.refusals = refusals;
    this.settings = settings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String query = request.getQueryString();
    if (query != null && KeyToken.occursIn(query)) {
      refusals.write(
          request,
          response,
          ProblemType.MALFORMED_REQUEST,
          "An API key in an address ends up in logs: revoke it, and send keys in the header.");
    } else if (!SentKey.isIn(request)) {
      enterWithoutKey(request, response, chain);
    } else {
      enter(request, response, chain);
    }
  }

  private void enterWithoutKey(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (settings.isForThisMachine() && LocalCalls.isLocal(request)) {
      enterFromHere(request);
    }
    chain.doFilter(request, response);
  }

  private void enterFromHere(HttpServletRequest request) {
    if (settings.hmaFromLocal() && MatchedPath.of(request).isForHma()) {
      authenticate(new Caller.Local(), Scope.HMA.permissions());
    } else if (METRICS.matches(request)) {
      authenticate(new Caller.Local(), Scope.METRICS.permissions());
    }
  }

  private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (gate.enter(SentKey.of(request), KeyAddress.of(request, settings))) {
      case KeyGate.Entry.Granted(Caller caller, var permissions, var underHma) -> {
        authenticate(caller, MatchedPath.of(request).isForHma() ? underHma : permissions);
        TestAnswers.mark(caller, response);
        chain.doFilter(request, response);
      }
      case KeyGate.Entry.Expired() -> refusals.refuseExpired(request, response);
      case KeyGate.Entry.WrongNetwork() ->
        refusals.write(request, response, KeyProblems.NETWORK, KeyProblems.ASK_FOR_NETWORK);
      case KeyGate.Entry.Refused() ->
        refusals.refuseKey(request, response, SentKey.misplaced(request).orElse(NO_SUCH_KEY));
      case KeyGate.Entry.TooFast(Duration delay) -> {
        response.setHeader(
            HttpHeaders.RETRY_AFTER, Long.toString(delay.plusMillis(999).toSeconds()));
        refusals.write(
            request, response, ProblemType.TOO_MANY_REQUESTS, "The key is over its rate.");
      }
      case KeyGate.Entry.Unknown() -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, UNKNOWN_FOR);
        refusals.write(
            request,
            response,
            ProblemType.NO_DATABASE,
            "Whether the key counts is not known now, as the database has not answered.");
      }
    }
  }

  private static void authenticate(Caller caller, Set<Permission> permissions) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerAuthentication(caller, caller.reference(), permissions));
    SecurityContextHolder.setContext(context);
  }
}
