package org.vigie.server.outbound.calling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.vigie.server.outbound.AddressGuard;
import org.vigie.server.outbound.OutboundException;

/// Sends requests, each over a connection of its own to an address that the guard has allowed.
///
/// Apache HttpClient as it comes would follow redirects, retry, decompress, keep cookies,
/// connections and credentials, and offer to change the protocol. All of that is switched off
/// here, and the connection's sockets come from the [Watchdog]. Threads: any.
public final class Connector {
  private static final RequestConfig PLAIN = RequestConfig.custom()
      .setAuthenticationEnabled(false)
      .setContentCompressionEnabled(false)
      .setProtocolUpgradeEnabled(false)
      .setRedirectsEnabled(false)
      .build();

  private static final ManagedHttpClientConnectionFactory CONNECTIONS =
      ManagedHttpClientConnectionFactory.builder()
          .http1Config(StrictAnswers.LIMITS)
          .responseParserFactory(_ -> new StrictAnswers())
          .build();

  private final AddressGuard guard;
  private final Supplier<SSLContext> trust;

  /// @param trust says which certificates are accepted; asked at the first use of TLS
  public Connector(AddressGuard guard, Supplier<SSLContext> trust) {
    this.guard = guard;
    this.trust = trust;
  }

  /// Sends a request and reads the head of the answer; the caller closes the exchange.
  ///
  /// @throws OutboundException if the guard refuses the host
  /// @throws IOException if the host cannot be reached, does not answer well, or not in time
  public Exchange send(ClassicHttpRequest request, CallDeadline until) throws IOException {
    Watchdog watchdog = Watchdog.start(until);
    return Exchange.open(request, client(watchdog, until), watchdog);
  }

  private CloseableHttpClient client(Watchdog watchdog, CallDeadline until) throws IOException {
    return HttpClients.custom()
        .setConnectionManager(connection(watchdog, until))
        .setConnectionReuseStrategy((_, _, _) -> false)
        .setRoutePlanner(new DefaultRoutePlanner(null))
        .setDefaultRequestConfig(PLAIN)
        .setUserAgent("vigie")
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  private BasicHttpClientConnectionManager connection(Watchdog watchdog, CallDeadline until)
      throws IOException {
    Timeout left = Timeout.ofMilliseconds(until.left());
    Lookup<TlsSocketStrategy> tls = scheme -> URIScheme.HTTPS.same(scheme) ? tls() : null;
    BasicHttpClientConnectionManager connection = new BasicHttpClientConnectionManager(
        new DefaultHttpClientConnectionOperator(
            _ -> watchdog.newSocket(), null, new Pinned(guard, until), tls),
        CONNECTIONS);
    connection.setConnectionConfig(
        ConnectionConfig.custom().setConnectTimeout(left).setSocketTimeout(left).build());
    connection.setSocketConfig(SocketConfig.custom().setSoTimeout(left).build());
    return connection;
  }

  /// The certificate has to be of the name, not of the address.
  private TlsSocketStrategy tls() {
    return new DefaultClientTlsStrategy(
        trust.get(), HostnameVerificationPolicy.BOTH, new DefaultHostnameVerifier());
  }

  /// Answers the library's question for addresses with those that the guard has allowed; it
  /// connects to these and makes no other look-up.
  private record Pinned(AddressGuard guard, CallDeadline until) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      try {
        return guard.addresses(host, until).toArray(InetAddress[]::new);
      } catch (IOException e) {
        UnknownHostException failed = new UnknownHostException(host);
        failed.initCause(e);
        throw failed;
      }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
