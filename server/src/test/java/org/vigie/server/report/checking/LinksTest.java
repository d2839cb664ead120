package org.vigie.server.report.checking;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://chat.example.org/c/17",
        "http://chat.example.org",
        "HTTPS://CHAT.EXAMPLE.ORG/é?x=1#y",
        "https://exämple.org/c/17",
        "https://203.0.113.7:8443/x",
        "https://[2001:db8::1]/x",
        "https://localhost.example.org/",
        "https://172.32.0.1/"
      })
  void link_thatOthersCanOpen_isTaken(String link) {
    assertThatCode(() -> Links.check("address", link)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "javascript:alert(1) | NOT_A_LINK",
        "data:text/html,x | NOT_A_LINK",
        "file:///etc/passwd | NOT_A_LINK",
        "//chat.example.org/x | NOT_A_LINK",
        "chat.example.org/x | NOT_A_LINK",
        "https:// | NOT_A_LINK",
        "https://a b.example.org/ | NOT_A_LINK",
        "https://ex%61mple_.org/ | NOT_A_LINK",
        "http://localhost:8080/x | PRIVATE_LINK",
        "http://LOCALHOST/x | PRIVATE_LINK",
        "http://127.0.0.1/x | PRIVATE_LINK",
        "http://10.1.2.3/x | PRIVATE_LINK",
        "http://172.16.0.1/x | PRIVATE_LINK",
        "http://192.168.1.1/x | PRIVATE_LINK",
        "http://169.254.169.254/latest | PRIVATE_LINK",
        "http://[::1]/x | PRIVATE_LINK",
        "http://[fe80::1]/x | PRIVATE_LINK",
        "http://printer.local/x | PRIVATE_LINK",
        "https://me@chat.example.org/ | PRIVATE_LINK",
        "https://me:secret@chat.example.org/ | PRIVATE_LINK"
      })
  void link_thatOthersCannotOpen_isRefusedForWhatItIs(String link, Defect defect) {
    assertThatThrownBy(() -> Links.check("address", link))
        .isInstanceOfSatisfying(
            MalformedNoticeException.class,
            mistake ->
                org.assertj.core.api.Assertions.assertThat(mistake.defect()).isEqualTo(defect));
  }

  @ParameterizedTest
  @CsvSource({
    "https://t.me/+abcdef, true",
    "https://t.me/c/12345/6, true",
    "http://T.ME/joinchat/AAAA, true",
    "https://www.telegram.me/+aB-3_x, true",
    "https://t.me/%2Babcdef, true",
    "https://t.me/+33123456789, false",
    "https://t.me/channel/6, false",
    "https://t.me/cats, false",
    "https://t.me/c, false",
    "https://chat.example.org/c/12345/6, false",
    "https://at.me/+abcdef, false"
  })
  void link_thatOpensForMembersOnly_isRecognised(String link, boolean ofMembers) {
    org.assertj.core.api.Assertions.assertThat(Links.opensForMembersOnly(link))
        .isEqualTo(ofMembers);
  }

  @Test
  void link_thatIsTooLong_isRefused() {
    assertThatThrownBy(() -> Links.check("a", "https://example.org/" + "x".repeat(2_048)))
        .isInstanceOf(MalformedNoticeException.class);
  }
}
