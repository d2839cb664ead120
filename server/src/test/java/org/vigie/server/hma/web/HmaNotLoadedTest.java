package org.vigie.server.hma.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.vigie.server.ServerTest;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.IndexNotLoadedException;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Neighbour;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.hma.web.HmaClient.Answer;

/// Answers before the index is loaded: nothing about any content.
@ServerTest
@Import(HmaNotLoadedTest.NothingLoaded.class)
final class HmaNotLoadedTest {
  private static final String MD5 = "5d41402abc4b2a76b9719d911017c592";

  private final HmaClient http;

  @Autowired
  HmaNotLoadedTest(@LocalServerPort int port) {
    this.http = new HmaClient(port);
  }

  /// An index that is never loaded.
  @TestConfiguration(proxyBeanMethods = false)
  static class NothingLoaded {
    @Bean
    @Primary
    KnownContent neverLoaded() {
      return new KnownContent() {
        @Override
        public boolean isReady() {
          return false;
        }

        @Override
        public BankRevision revision() {
          throw new IndexNotLoadedException();
        }

        @Override
        public List<Neighbour> nearest(List<SoughtSignal> content, int radius, int limit) {
          throw new IndexNotLoadedException();
        }

        @Override
        public Findings find(List<List<SoughtSignal>> contents, Selection selection) {
          throw new IndexNotLoadedException();
        }
      };
    }
  }

  @Test
  void status_isNotLoaded_butAlive() throws Exception {
    assertThat(http.get("/status")).isEqualTo(new Answer(503, "INDEX-NOT-LOADED"));
    assertThat(http.get("/status/live")).isEqualTo(new Answer(200, "I-AM-ALIVE"));
  }

  @Test
  void lookups_areRefused() throws Exception {
    String query = "signal_type=video_md5&signal=" + MD5;
    Answer raw = http.get("/m/raw_lookup?" + query);
    assertThat(raw.status()).isEqualTo(503);
    assertThat(raw.message()).isNotBlank();
    assertThat(http.get("/m/lookup?" + query).status()).isEqualTo(503);
  }

  @Test
  void indexes_areAbsent() throws Exception {
    assertThat(http.get("/m/index/status?signal_type=pdq").body())
        .isEqualTo("{\"pdq\":{\"present\":false,\"built_to\":-1,\"size\":0}}");
  }
}
