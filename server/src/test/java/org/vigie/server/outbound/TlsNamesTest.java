package org.vigie.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.server.outbound.OutboundException.Cause;
import org.vigie.server.outbound.calling.Connector;

/// Certificates: of the name that was asked for, from an authority that is trusted.
final class TlsNamesTest {
  private static final char[] PASSWORD = "invented".toCharArray();
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final AddressGuard ALL_HERE = new AddressGuard(_ -> true, _ -> List.of(HERE));

  private final UrlFetcherTest.Budget budget = new UrlFetcherTest.Budget();

  @TempDir
  private Path folder = Path.of("");

  private SSLContext tls;
  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    tls = selfSigned(folder.resolve("keys.p12"));
    server = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(200, 5);
      exchange.getResponseBody().write(new byte[5]);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /// Makes a certificate of `media.example`, and trusts it.
  private static SSLContext selfSigned(Path keys)
      throws IOException, InterruptedException, GeneralSecurityException {
    Process keytool = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=media.example",
            "-ext",
            "san=dns:media.example",
            "-validity",
            "2",
            "-keystore",
            keys.toString(),
            "-storepass",
            "invented")
        .redirectErrorStream(true)
        .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("media", store.getCertificate("mykey"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private UrlFetcher trusting(SSLContext trust) {
    return new UrlFetcher(
        new Connector(ALL_HERE, () -> trust), 1_000, Duration.ofSeconds(20), budget);
  }

  private String url(String host) {
    return "https://" + host + ":" + server.getAddress().getPort() + "/x";
  }

  @Test
  void certificate_ofTheName_isAcceptedForAnyAddress() {
    try (FetchedContent content = trusting(tls).fetch(url("media.example"))) {
      assertThat(Fetched.bytes(content)).hasSize(5);
    }
  }

  @Test
  void certificate_ofAnotherName_isRefused() {
    assertRefused(trusting(tls), url("other.example"));
    assertRefused(trusting(tls), url("sub.media.example"));
    assertRefused(trusting(tls), url("127.0.0.1"));
  }

  @Test
  void certificate_ofNoTrustedAuthority_isRefused() {
    assertRefused(
        new UrlFetcher(ALL_HERE, 1_000, Duration.ofSeconds(20), budget), url("media.example"));
  }

  private static void assertRefused(UrlFetcher fetcher, String url) {
    assertThatThrownBy(() -> fetcher.fetch(url))
        .isInstanceOfSatisfying(
            OutboundException.class,
            refused -> assertThat(refused.why()).isEqualTo(Cause.NOT_REACHED));
  }
}
