package org.vigie.server.operation.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.vigie.server.operation.console.RefusedException;

final class HttpPortTest {
  @Test
  void portThatIsTaken_isRefusedWithItsNumber() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      HttpPort port = new HttpPort("127.0.0.1", other.getLocalPort());
      assertThatThrownBy(port::check)
          .isInstanceOf(RefusedException.class)
          .hasMessageStartingWith("port " + other.getLocalPort() + " is taken");
    }
  }

  @Test
  void anyPort_isFree() {
    assertThatCode(() -> new HttpPort("127.0.0.1", 0).check()).doesNotThrowAnyException();
  }

  @Test
  void addressOfAnotherMachine_isRefusedAsSuch() {
    assertThatThrownBy(() -> new HttpPort("192.0.2.1", 0).check())
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("the address 192.0.2.1 is not one of this machine's");
  }

  @Test
  void url_ofThisMachineOnly_isLocalhostWherePasskeysWork() {
    assertThat(new HttpPort("127.0.0.1", 0).url(8080)).isEqualTo("http://localhost:8080");
    assertThat(new HttpPort("192.0.2.1", 0).url(80)).isEqualTo("http://192.0.2.1:80");
  }
}
