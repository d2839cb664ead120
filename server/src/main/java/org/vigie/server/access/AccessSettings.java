package org.vigie.server.access;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.vigie.server.frame.Loopback;

/// Settings under `vigie.access`.
///
/// @param baseUrl the address for people: scheme, host and port, as in the address bar; passkeys
///     belong to it, and cookies are `Secure` where it is `https`. Default `http://localhost:8080`
/// @param hmaFromLocal whether programs on this machine may call `/hma` without a key while
///     the host of `baseUrl` is this machine, default true
/// @param enrolmentValidity how long an enrolment link counts, 5 minutes to 30 days, default 72
///     h
/// @param sessionIdle the time without a request after which a session ends, 1 minute to 24 hours,
///     default 1 h
/// @param sessionMax how long a session lasts at most, up to 7 days, default 12 h
/// @param oidc the OpenID provider; signing in with one is off while its issuer is empty
@ConfigurationProperties(value = "vigie.access", ignoreUnknownFields = false)
public record AccessSettings(
    @DefaultValue("http://localhost:8080") URI baseUrl,
    @DefaultValue("true") boolean hmaFromLocal,
    @DefaultValue("72h") Duration enrolmentValidity,
    @DefaultValue("1h") Duration sessionIdle,
    @DefaultValue("12h") Duration sessionMax,
    @DefaultValue Oidc oidc) {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  public AccessSettings {
    checkBaseUrl(baseUrl);
    checkRange(
        "enrolment-validity", enrolmentValidity, Duration.ofMinutes(5), DAY.multipliedBy(30));
    checkRange("session-idle", sessionIdle, MINUTE, DAY);
    checkRange("session-max", sessionMax, sessionIdle, DAY.multipliedBy(7));
  }

  /// Returns whether people reach Vigie by `https`.
  public boolean isSecure() {
    return "https".equals(baseUrl.getScheme());
  }

  /// Returns whether people open Vigie on this machine only. Otherwise a proxy on this machine may
  /// forward requests of strangers, and a local peer address proves nothing.
  public boolean isForThisMachine() {
    return Loopback.isHost(baseUrl.getHost());
  }

  private static void checkBaseUrl(URI url) {
    boolean known = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!known
        || url.getHost() == null
        || !url.getRawPath().isEmpty()
        || url.getRawQuery() != null) {
      throw new IllegalArgumentException("vigie.access.base-url has to be http:// or https://, a"
          + " host and, if need be, a port, without anything after: https://vigie.example.org");
    }
  }

  private static void checkRange(String key, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "vigie.access." + key + " has to be " + min + " to " + max + ", not " + value);
    }
  }

  /// Settings under `vigie.access.oidc`.
  ///
  /// @param issuer address of the provider, under which it has its `.well-known` document
  /// @param clientId the identifier of Vigie at the provider
  /// @param clientSecret Vigie's secret at the provider
  /// @param name of the provider on the button of the sign-in page, default `SSO`
  public record Oidc(
      @DefaultValue("") String issuer,
      @DefaultValue("") String clientId,
      @DefaultValue("") String clientSecret,
      @DefaultValue("SSO") String name) {
    public Oidc {
      if (!issuer.isEmpty() && (clientId.isEmpty() || clientSecret.isEmpty())) {
        throw new IllegalArgumentException("vigie.access.oidc.issuer is set, so"
            + " vigie.access.oidc.client-id and vigie.access.oidc.client-secret have to be");
      }
    }

    public boolean isOn() {
      return !issuer.isEmpty();
    }

    @Override
    public String toString() {
      return "Oidc[" + issuer + "]";
    }
  }
}
