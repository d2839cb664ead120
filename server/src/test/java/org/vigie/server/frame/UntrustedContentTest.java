package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

/// A browser executes and stores no content of strangers, on a page or as a file.
final class UntrustedContentTest {
  @Test
  void content_shown_isSandboxedAndNotStored() {
    HttpHeaders headers = UntrustedContent.shown(
            MediaType.IMAGE_PNG, 3, InputStream.nullInputStream())
        .getHeaders();

    assertHarmless(headers);
    assertThat(headers.getContentType()).isEqualTo(MediaType.IMAGE_PNG);
    assertThat(headers.getContentLength()).isEqualTo(3);
    assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION)).isNull();
  }

  @Test
  void content_asAFile_isAnAttachment() {
    HttpHeaders headers = UntrustedContent.file(
            "evidence", MediaType.APPLICATION_OCTET_STREAM, 3, InputStream.nullInputStream())
        .getHeaders();

    assertHarmless(headers);
    assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .isEqualTo("attachment; filename=\"evidence\"");
  }

  @Test
  void file_thatIsWrittenWhileItIsSent_hasTheSameHead() {
    MockHttpServletResponse response = new MockHttpServletResponse();

    UntrustedContent.beginFile(response, "bank.csv", MediaType.TEXT_PLAIN);

    HttpHeaders headers = new HttpHeaders();
    response.getHeaderNames().forEach(name -> headers.set(name, response.getHeader(name)));
    assertHarmless(headers);
    assertThat(headers.getContentType()).isEqualTo(MediaType.TEXT_PLAIN);
    assertThat(headers.getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .isEqualTo("attachment; filename=\"bank.csv\"");
  }

  private static void assertHarmless(HttpHeaders headers) {
    assertThat(headers.getFirst("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; sandbox");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getCacheControl()).isEqualTo("no-store");
  }
}
