package org.vigie.server.frame;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.vigie.server.access.OpenToAll;

/// Calls that fail in every way that a call can fail.
@RestController
@TestComponent
class ProbeController {
  static final String SECRET = "content-that-must-not-leave";

  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger waiting = new AtomicInteger();

  @PostMapping(path = "/api/v1/probe/body", consumes = MediaType.APPLICATION_JSON_VALUE)
  @OpenToAll("a test")
  Body body(@RequestBody Body body) {
    return body;
  }

  @PostMapping(path = "/api/v1/probe/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @OpenToAll("a test")
  long upload(@RequestPart MultipartFile media) {
    return media.getSize();
  }

  @GetMapping("/api/v1/probe/parameter")
  @OpenToAll("a test")
  int parameter(@RequestParam int radius) {
    return radius;
  }

  @GetMapping("/api/v1/probe/problem")
  @OpenToAll("a test")
  void problem(@RequestParam Kind kind) {
    throw kind == Kind.CONFLICT
        ? new ProblemException(ProblemType.CONFLICT, "It exists.", Map.of("bank", 7))
        : new NotThereYet();
  }

  @GetMapping("/api/v1/probe/failure")
  @OpenToAll("a test")
  void failure() {
    throw new IllegalStateException(SECRET);
  }

  @GetMapping("/probe/failure")
  @OpenToAll("a test")
  void pageFailure() {
    throw new IllegalStateException(SECRET);
  }

  @GetMapping("/api/v1/probe/slow")
  @OpenToAll("a test")
  String slow() throws InterruptedException {
    waiting.incrementAndGet();
    release.await();
    return "served";
  }

  @GetMapping("/api/v1/probe/stream")
  @OpenToAll("a test")
  ResponseEntity<StreamingResponseBody> stream() {
    return ResponseEntity.ok(out -> {
      for (int piece = 0; piece < 1_000; piece++) {
        out.write(new byte[65_536]);
      }
    });
  }

  @GetMapping("/api/v1/probe/bytes")
  @OpenToAll("a test")
  byte[] bytes() {
    return new byte[64_000_000];
  }

  /// Returns how many slow calls were begun.
  int waiting() {
    return waiting.get();
  }

  /// Lets all slow calls end.
  void release() {
    release.countDown();
  }

  enum Kind {
    CONFLICT,
    NOT_READY
  }

  record Body(int limit, @Nullable List<Signal> signals) {}

  record Signal(String type, String value, @Nullable Kind kind) {}

  /// As modules have them.
  static final class NotThereYet extends RuntimeException implements ProblemCause {
    NotThereYet() {
      super("the index is not loaded yet");
    }

    @Override
    public Problem problem() {
      return new Problem(ProblemType.NOT_READY, "the index is not loaded yet");
    }
  }
}
