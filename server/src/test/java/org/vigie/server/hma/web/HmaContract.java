package org.vigie.server.hma.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.ServerTest;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.hma.settings.HmaSettings;
import org.vigie.server.hma.web.HmaClient.Answer;
import org.vigie.server.outbound.AddressGuard;
import org.vigie.server.outbound.TestHost;
import org.vigie.server.outbound.UrlFetcher;
import org.vigie.testkit.PictureFile;
import org.vigie.testkit.SyntheticPicture;

/// The shared parts of the tests of the calls in `docs/hma.md`: a bank, media, a host that has
/// them.
@ServerTest
@Import(HmaContract.HostsOnThisMachine.class)
@TestPropertySource(properties = {"vigie.hma.max-media=1MB", "vigie.scan.deadline=1m"})
abstract class HmaContract {
  /// From the published vectors (`fingerprint/src/test/vectors/pdq/synthetic.tsv`); quality 79.
  static final byte[] PHOTO = PictureFile.of(new SyntheticPicture(256, 256, 13)).png();

  static final String PDQ = "9bce0e0ff1f073311c8ef3dc0e03e3f863f100638f8e1c07e37178f98e8e7062";

  /// The signal above without three of its bits.
  static final String PDQ_3_BITS_OFF = PDQ.substring(0, 7) + "8" + PDQ.substring(8);

  /// One grey all over: nothing that a PDQ signal could be made of.
  static final byte[] GREY = grey();

  static final String OTHER = "0123456789abcdef".repeat(4);

  /// Of the five letters `hello`.
  static final String MD5_OF_HELLO = "5d41402abc4b2a76b9719d911017c592";

  static final byte[] VIDEO = "hello".getBytes(UTF_8);
  private static final AtomicInteger BANKS = new AtomicInteger();

  final HmaClient http;
  private final KnownContent known;
  final TestHost host = TestHost.start();
  final String bank = "BANK_" + BANKS.incrementAndGet();

  private static byte[] grey() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      byte[] pixels = new byte[3 * 64 * 64];
      Arrays.fill(pixels, (byte) 128);
      ImageIO.write(SyntheticPicture.image(64, 64, pixels), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  HmaContract(int port, KnownContent known) {
    this.http = new HmaClient(port);
    this.known = known;
  }

  /// Lets the tests name URLs of this machine.
  @TestConfiguration(proxyBeanMethods = false)
  static class HostsOnThisMachine {
    @Bean
    @Primary
    UrlFetcher fetcher(HmaSettings settings, MemoryBudget memory) {
      return new UrlFetcher(
          new AddressGuard(address -> address.equals(InetAddress.ofLiteral("127.0.0.1"))),
          settings.maxBytes(),
          Duration.ofSeconds(20),
          memory);
    }
  }

  @BeforeEach
  void makeABank() throws Exception {
    while (!known.isReady()) {
      Thread.onSpinWait();
    }
    assertThat(create(bank).status()).isEqualTo(201);
  }

  @AfterEach
  void closeTheBank() throws Exception {
    http.delete("/c/bank/" + bank);
    host.close();
  }

  Answer create(String name) throws Exception {
    return http.post("/c/banks", "{\"name\": \"" + name + "\"}");
  }

  long add(String type, String signal) throws Exception {
    Answer added =
        http.post("/c/bank/" + bank + "/signal", "{\"" + type + "\": \"" + signal + "\"}");
    assertThat(added.status()).isEqualTo(200);
    assertThat(added.json().path("signals").path(type).stringValue()).isEqualTo(signal);
    return added.json().path("id").longValue();
  }

  String urlOf(String mediaType, byte[] content) {
    return URLEncoder.encode(host.holds(mediaType, content).url("/file"), UTF_8);
  }

  static void assertRefused(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.message()).isNotBlank();
    assertThat(answer.json().properties()).hasSize(1);
  }
}
