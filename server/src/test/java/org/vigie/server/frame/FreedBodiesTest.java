package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.vigie.media.Deadline;
import org.vigie.media.DecodeOutcome;
import org.vigie.media.Frames;
import org.vigie.media.LumaSource;
import org.vigie.media.LumaSources;
import org.vigie.media.MediaFile;
import org.vigie.media.MediaFormat;
import org.vigie.media.OpenOutcome;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.ScanWorld;
import org.vigie.testkit.Eventually;

/// Memory of bodies outside the heap is freed however a request ends, and not before the last
/// decoder is done with it. It counts until it is freed, so that a count of zero says that it is.
@ServerTest
@Import({ScanWorld.class, FreedBodiesTest.SlowPictures.class})
@TestPropertySource(
    properties = {
      "vigie.scan.deadline=1s",
      "vigie.scan.work.max-media=1MB",
      "vigie.report.max-attachment=1MB",
      "vigie.edge.body-memory=6MB",
      "vigie.frame.body-deadline=3s"
    })
final class FreedBodiesTest {
  private static final int ROUNDS = 4;
  private static final String SUBMISSION = part("submission", "") + "{\"surface\":\"public\"}\r\n";
  private static final String END = "--b--\r\n";
  private static final byte[] LARGE = new byte[1_500_000];

  private final int port;
  private final MeterRegistry meters;
  private final Slow slow;
  private final String key;

  @Autowired
  FreedBodiesTest(
      @LocalServerPort int port, MeterRegistry meters, Slow slow, ApiKeys keys, KeyGate gate) {
    this.port = port;
    this.meters = meters;
    this.slow = slow;
    this.key = TestCallers.bearer(keys, gate, Scope.SCAN, Scope.NOTICES);
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class SlowPictures {
    @Bean
    @Primary
    Slow slow() {
      return new Slow();
    }
  }

  /// Opens files at once, and decodes them when it may, however late.
  static final class Slow implements LumaSource {
    private final LumaSource real = LumaSources.inProcess();
    private final BlockingQueue<Frames.FrameOutcome> decoded = new LinkedBlockingQueue<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public OpenOutcome open(MediaFile file, Deadline deadline) {
      CountDownLatch opened = gate;
      return opened.getCount() == 0
          ? real.open(file, deadline)
          : switch (real.open(file, Deadline.NONE)) {
            case OpenOutcome.Opened(Frames frames) ->
              new OpenOutcome.Opened(new Late(frames, opened, decoded));
            case DecodeOutcome.Undecodable none -> none;
          };
    }
  }

  private record Late(
      Frames frames, CountDownLatch opened, BlockingQueue<Frames.FrameOutcome> decoded)
      implements Frames {
    @Override
    public MediaFormat format() {
      return frames.format();
    }

    @Override
    public int width() {
      return frames.width();
    }

    @Override
    public int height() {
      return frames.height();
    }

    @Override
    public long memory() {
      return frames.memory();
    }

    @Override
    public FrameOutcome next() {
      try {
        assertThat(opened.await(60, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      FrameOutcome next = frames.next();
      decoded.add(next);
      return next;
    }

    @Override
    public void close() {
      frames.close();
    }
  }

  private static String part(String name, String file) {
    return "--b\r\nContent-Disposition: form-data; name=" + name
        + (file.isEmpty() ? "" : "; filename=" + file) + "\r\n\r\n";
  }

  private static byte[] body(String before, byte[] file, String after) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(file);
    body.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private static byte[] scan(byte[] media) {
    return body(SUBMISSION + part("media", "m"), media, "\r\n" + END);
  }

  private double held() {
    return meters.get("vigie.bodies.held").gauge().value();
  }

  /// Sends a body and returns the status of the answer.
  private String sent(String path, String type, byte[] body) {
    try (RawCall call = begun(path, type, "Content-Length: " + body.length)) {
      writeOrStop(call, body);
      return status(call);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String form(String path, byte[] body) {
    return sent(path, "multipart/form-data; boundary=b", body);
  }

  private RawCall begun(String path, String type, String framing) throws IOException {
    return RawCall.to(port)
        .send(
            "POST " + path + " HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            "Authorization: " + key,
            "Content-Type: " + type,
            framing,
            "");
  }

  private static String status(RawCall call) throws IOException {
    String answer = call.answer();
    return answer.isEmpty() ? "" : answer.substring(9, 12);
  }

  private static void writeOrStop(RawCall call, byte[] bytes) throws IOException {
    try {
      call.write(bytes);
    } catch (SocketException _) {
      // The server has closed; its answer is in the buffer.
    }
  }

  /// Sends half of what it announces, and hangs up.
  private void cut(String path, byte[] body) {
    try (RawCall call =
        begun(path, "multipart/form-data; boundary=b", "Content-Length: " + body.length)) {
      call.write(Arrays.copyOf(body, body.length / 2));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// Sends half of what it announces, and waits.
  private String stalled(String path, byte[] body) {
    try (RawCall call =
        begun(path, "multipart/form-data; boundary=b", "Content-Length: " + body.length)) {
      call.write(Arrays.copyOf(body, body.length / 2));
      return status(call);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] notice(byte[] file) {
    return body(part("pass", "") + "x\r\n" + part("attachments", "f.png"), file, "\r\n" + END);
  }

  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void memory_afterRequestsOfAllEndings_isFreed() {
    byte[] png = MadeUpMedia.png(1);
    assertThat(png.length).isGreaterThan(100_000);
    for (int round = 0; round < ROUNDS; round++) {
      assertThat(form("/api/v1/scans", scan(png))).isEqualTo("200");
      assertThat(form("/api/v1/scans", scan(Arrays.copyOf(png, 70_000)))).isEqualTo("200");
      assertThat(form("/api/v1/scans", scan(new byte[0]))).isEqualTo("200");
      assertThat(form("/api/v1/scans", scan(LARGE))).isEqualTo("413");
      byte[] first = body(part("media", "m"), png, "\r\n" + SUBMISSION + part("other", "") + END);
      assertThat(form("/api/v1/scans", first)).isEqualTo("400");
      byte[] unended = body(SUBMISSION + part("media", "m"), png, "");
      assertThat(form("/api/v1/scans", unended)).isEqualTo("400");
      assertThat(sent("/api/v1/evidence?surface=public", "image/png", png)).isEqualTo("201");
      assertThat(sent("/api/v1/evidence?surface=none", "image/png", png)).isEqualTo("400");
      assertThat(sent("/api/v1/evidence?surface=public", "image/png", LARGE)).startsWith("4");
      assertThat(form("/report/notices", notice(png))).startsWith("4");
      assertThat(form("/report/notices", notice(LARGE))).startsWith("4");
      cut("/api/v1/scans", scan(png));
      cut("/api/v1/scans", scan(LARGE));
      cut("/report/notices", notice(png));
    }
    assertThat(stalled("/api/v1/scans", scan(png))).isEqualTo("408");
    Eventually.holds(() -> held() == 0);
  }

  /// More callers than there is memory for.
  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void memory_thatIsUsedUp_isFreed() {
    byte[] file = Arrays.copyOf(MadeUpMedia.png(2), 1_000_000);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 24; caller++) {
        callers.execute(() -> form("/api/v1/scans", scan(file)));
      }
    }
    Eventually.holds(() -> held() == 0);
    assertThat(form("/api/v1/scans", scan(file))).isEqualTo("200");
  }

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void memory_ofAPictureThatIsStillDecoded_isFreedByItsDecoder() throws Exception {
    byte[] png = MadeUpMedia.png(3);
    Eventually.holds(() -> held() == 0);
    slow.gate = new CountDownLatch(1);
    try {
      assertThat(form("/api/v1/scans", scan(png))).isEqualTo("200");
      Eventually.holds(() -> held() == png.length);
    } finally {
      slow.gate.countDown();
    }
    assertThat(Objects.requireNonNull(slow.decoded.poll(60, TimeUnit.SECONDS)))
        .as("its file was still there")
        .isInstanceOf(Frames.Frame.class);
    Eventually.holds(() -> held() == 0);
  }
}
