package org.vigie.server.outbound.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// The places of lookups.
final class HostLookupTest {
  private static final int MORE_THAN_THERE_ARE = 20;

  @Test
  void place_ofALookupThatDidNotBegin_isGivenBack() throws IOException {
    InetAddress address = InetAddress.ofLiteral("192.0.2.1");
    AtomicBoolean exhausted = new AtomicBoolean(true);
    HostLookup lookup = new HostLookup(_ -> List.of(address), work -> {
      if (exhausted.get()) {
        throw new OutOfMemoryError("unable to create native thread");
      }
      return Thread.ofPlatform().unstarted(work);
    });
    CallDeadline until = CallDeadline.after(Duration.ofSeconds(5));
    for (int each = 0; each < MORE_THAN_THERE_ARE; each++) {
      assertThatThrownBy(() -> lookup.addresses("host.example", until))
          .isInstanceOf(OutOfMemoryError.class);
    }
    exhausted.set(false);
    assertThat(lookup.addresses("host.example", until)).containsExactly(address);
  }
}
