package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.settings.UploadSettings;

/// The form as it arrives, byte by byte on a clock of its own.
final class SentFormTest {
  private static final int MOST = 100_000;
  private static final CallerAddress FROM = new CallerAddress(Optional.of("192.0.2.1"));
  private static final UploadSettings SETTINGS =
      new UploadSettings(DataSize.ofKilobytes(8), Duration.ofSeconds(10), 1, 1);

  private final UploadSlots slots = new UploadSlots(SETTINGS);
  private final AtomicInteger asked = new AtomicInteger();
  private long nanos;

  /// A body that arrives at a given pace for each kilobyte.
  private final class Body extends ServletInputStream {
    private final byte[] bytes;
    private final Duration perKilobyte;
    private final Optional<IOException> end;
    private int read;

    private Body(String text, Duration perKilobyte, Optional<IOException> end) {
      this.bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      this.perKilobyte = perKilobyte;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = Math.min(Math.min(length, 1_024), bytes.length - read);
      if (count <= 0) {
        if (end.isPresent()) {
          throw end.get();
        }
        return -1;
      }
      System.arraycopy(bytes, read, into, offset, count);
      read += count;
      nanos += perKilobyte.toNanos() * count / 1_024;
      return count;
    }

    @Override
    public boolean isFinished() {
      return read == bytes.length;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("this body is read by waiting");
    }
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private static String file(String content) {
    return "--b\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"a\"\r\n"
        + "Content-Type: image/png\r\n\r\n" + content + "\r\n";
  }

  private static final String TEXTS = field("pass", "p") + field("explanation", "Typed with care.");

  private SentForm read(String body, Duration perKilobyte, Optional<IOException> end)
      throws IOException {
    Body sent = new Body(body, perKilobyte, end);
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/report/notices") {
      @Override
      public ServletInputStream getInputStream() {
        return sent;
      }
    };
    request.setContentType("multipart/form-data; boundary=b");
    try (Upload upload = new Upload(
        () -> {
          asked.incrementAndGet();
          return slots.take(FROM);
        },
        SETTINGS,
        () -> nanos)) {
      return SentForm.read(request, MOST, upload);
    }
  }

  private SentForm read(String body, Duration perKilobyte) throws IOException {
    return read(body, perKilobyte, Optional.empty());
  }

  @Test
  void form_withoutFiles_needsNoSlot() throws IOException {
    SentForm form = read(TEXTS + file("") + "--b--\r\n", Duration.ofSeconds(5));

    assertThat(form.field("explanation")).isEqualTo("Typed with care.");
    assertThat(form.trouble()).isEmpty();
    assertThat(asked).hasValue(0);
  }

  @Test
  void files_thatComeFastEnough_areTakenUnderOneSlot() throws IOException {
    String body = TEXTS + file("x".repeat(60_000)) + file("y".repeat(60_000)) + "--b--\r\n";
    SentForm form = read(body, Duration.ofMillis(120));

    assertThat(form.trouble()).isEmpty();
    assertThat(form.files()).hasSize(2);
    assertThat(bytes(form)).isEqualTo(120_000);
    assertThat(asked).hasValue(1);
    assertThat(slots.size()).as("it is given back").isZero();
  }

  @Test
  void files_thatComeTooSlowly_areNotAwaitedAndTheTextIsKept() throws IOException {
    String body = TEXTS + file("x".repeat(90_000)) + "--b--\r\n";
    SentForm form = read(body, Duration.ofMillis(200));

    assertThat(form.trouble()).contains(SentForm.Trouble.TOO_SLOW);
    assertThat(form.field("explanation")).isEqualTo("Typed with care.");
    assertThat(form.files()).isEmpty();
    assertThat(Duration.ofNanos(nanos))
        .as("it is given up soon after the time of grace")
        .isLessThan(Duration.ofSeconds(12));
    assertThat(slots.size()).isZero();
  }

  @Test
  void files_withoutASlot_areReadOverAndTheTextIsKept() throws IOException {
    UploadSlots.Slot other = slots.take(FROM).orElseThrow();
    String body =
        TEXTS + file("x".repeat(30_000)) + file("y") + field("good_faith", "true") + "--b--\r\n";
    SentForm form = read(body, Duration.ofMillis(1));

    assertThat(form.trouble()).contains(SentForm.Trouble.BUSY);
    assertThat(form.files()).isEmpty();
    assertThat(form.field("good_faith")).isEqualTo("true");
    assertThat(asked).as("one slot is asked for once").hasValue(1);
    assertThat(other.isHeld()).isTrue();
  }

  @Test
  void files_readOverTooSlowly_areNotAwaited() throws IOException {
    assertThat(slots.take(FROM)).isPresent();
    SentForm form = read(TEXTS + file("x".repeat(90_000)) + "--b--\r\n", Duration.ofMillis(200));

    assertThat(form.trouble()).contains(SentForm.Trouble.TOO_SLOW);
    assertThat(form.field("explanation")).isEqualTo("Typed with care.");
  }

  /// As the edge refuses a body.
  private static final class Refusal extends IOException implements ProblemCause {
    private static final long serialVersionUID = 1;

    private final transient ProblemType type;

    private Refusal(ProblemType type) {
      super("refused");
      this.type = type;
    }

    @Override
    public Problem problem() {
      return new Problem(type, "refused");
    }
  }

  @Test
  void body_thatTheEdgeRefusesInAFile_keepsTheText() throws IOException {
    String begun = TEXTS + file("x".repeat(5_000)).replaceAll("\r\n$", "");
    SentForm slow = read(begun, Duration.ZERO, Optional.of(new Refusal(ProblemType.TOO_SLOW)));
    SentForm large = read(begun, Duration.ZERO, Optional.of(new Refusal(ProblemType.TOO_LARGE)));

    assertThat(slow.trouble()).contains(SentForm.Trouble.TOO_SLOW);
    assertThat(large.trouble()).contains(SentForm.Trouble.TOO_LARGE);
    assertThat(large.field("explanation")).isEqualTo("Typed with care.");
    assertThat(large.files()).isEmpty();
  }

  @Test
  void body_thatTheEdgeRefusesBeforeThePass_isRefused() {
    String begun = field("reason", "scam");
    assertThatThrownBy(
            () -> read(begun, Duration.ZERO, Optional.of(new Refusal(ProblemType.TOO_SLOW))))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void body_thatEndsTooEarly_isNoForm() {
    assertThatThrownBy(() -> read(TEXTS + "--b\r\nContent-Dis", Duration.ZERO))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void texts_beyondWhatIsHeld_areDefectsAndHoldNoMemory() throws IOException {
    String long1 = "x".repeat(200_000);
    SentForm form = read(
        field("pass", "p")
            + field("explanation", long1)
            + field("name", long1)
            + field("email", "e")
            + "--b--\r\n",
        Duration.ZERO);

    assertThat(form.field("explanation")).isEqualTo(long1);
    assertThat(form.field("name")).isEmpty();
    assertThat(form.field("email")).isEqualTo("e");
    assertThat(form.defects())
        .extracting(defect -> List.of(defect.field(), defect.defect().word()))
        .containsExactly(List.of("name", "too-long-to-keep"));
  }

  private static long bytes(SentForm form) throws IOException {
    long bytes = 0;
    for (NewAttachment file : form.files()) {
      try (InputStream in = file.content().open()) {
        bytes += in.readAllBytes().length;
      }
    }
    return bytes;
  }
}
