package org.vigie.server.operation.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.ServerTest;
import org.vigie.server.access.OpenToAll;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;

/// A disk that runs full, by an injected reading of it.
@ServerTest
@Import({DiskFullTest.InjectedDisk.class, DiskFullTest.FailingController.class})
final class DiskFullTest {
  private static final long GIGABYTE = 1_000_000_000;
  private static final long A_MOMENT = 50_000_000;
  private static final AtomicLong FREE = new AtomicLong();

  private final MockMvc http;

  @Autowired
  DiskFullTest(MockMvc http) {
    this.http = http;
  }

  @TestConfiguration
  static class InjectedDisk {
    @Bean
    @Primary
    DataDisk.Disk injectedDisk() {
      return () -> new DataDisk.Reading(FREE.get(), 100 * GIGABYTE);
    }
  }

  /// Fails as stores do.
  @RestController
  static class FailingController {
    @GetMapping("/api/v1/probe/postgres-full")
    @OpenToAll("a test")
    void postgres() {
      throw new UncategorizedSQLException(
          "insert", null, new SQLException("could not extend file", "53100"));
    }

    @GetMapping("/api/v1/probe/file")
    @OpenToAll("a test")
    void file() throws IOException {
      throw new IOException("No space left on device");
    }
  }

  private void isReadyWith(long free, int expected) throws Exception {
    FREE.set(free);
    long end = System.nanoTime() + 10_000_000_000L;
    while (statusOf("/health/ready") != expected && System.nanoTime() < end) {
      LockSupport.parkNanos(A_MOMENT);
    }
    assertThat(statusOf("/health/ready")).isEqualTo(expected);
  }

  private int statusOf(String path) throws Exception {
    return http.perform(get(path)).andReturn().getResponse().getStatus();
  }

  @Test
  void disk_runningFullAndBeingCleared_isReportedAndRecovers() throws Exception {
    isReadyWith(50 * GIGABYTE, 200);
    http.perform(get("/api/v1/probe/file")).andExpect(status().isInternalServerError());

    isReadyWith(GIGABYTE, 503);
    http.perform(get("/health/ready")).andExpect(jsonPath("$.status").value("disk-full"));
    http.perform(get("/metrics").with(TestCallers.key(Scope.METRICS)))
        .andExpect(content().string(containsString("vigie_disk_free_bytes 1.0E9")));
    http.perform(multipart("/api/v1/scans").with(TestCallers.key(Scope.SCAN)))
        .andExpect(status().isBadRequest());

    isReadyWith(1, 503);
    awaitRefusal();
    http.perform(multipart("/api/v1/scans").with(TestCallers.key(Scope.SCAN)))
        .andExpect(status().isInsufficientStorage())
        .andExpect(header().string("Retry-After", "60"))
        .andExpect(jsonPath("$.type").value("/problems/disk-full"));
    http.perform(multipart("/report/notices"))
        .andExpect(status().isInsufficientStorage())
        .andExpect(content().string(containsString("No space left")));
    http.perform(post("/api/v1/lookups")
            .with(TestCallers.key(Scope.SCAN))
            .contentType("application/json")
            .content("{}"))
        .andExpect(status().isBadRequest());
    http.perform(get("/sign-in")).andExpect(status().isOk());
    http.perform(get("/api/v1/probe/file"))
        .andExpect(status().isInsufficientStorage())
        .andExpect(jsonPath("$.type").value("/problems/disk-full"));

    isReadyWith(50 * GIGABYTE, 200);
    http.perform(multipart("/api/v1/scans").with(TestCallers.key(Scope.SCAN)))
        .andExpect(status().isBadRequest());
  }

  /// The disk is read once a second.
  private void awaitRefusal() throws Exception {
    long end = System.nanoTime() + 10_000_000_000L;
    while (statusOf("/api/v1/probe/file") != 507 && System.nanoTime() < end) {
      LockSupport.parkNanos(A_MOMENT);
    }
  }

  @Test
  void postgres_withoutRoom_isReportedAsSuch() throws Exception {
    http.perform(get("/api/v1/probe/postgres-full"))
        .andExpect(status().isInsufficientStorage())
        .andExpect(jsonPath("$.type").value("/problems/disk-full"));
  }
}
