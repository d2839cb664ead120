package org.vigie.server.frame.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.vigie.server.frame.BodyAllowance.Holding;
import org.vigie.server.frame.HeldBytes;

/// Forms over the limit, and their remains.
final class FormRequestTest {
  private static final int MOST_FIELD = 65_536;
  private static final Holding MEMORY = new Holding.Memory();

  @TempDir
  private Path folder;

  private static String field(String name, int bytes) {
    return "--b\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n" + "x".repeat(bytes)
        + "\r\n";
  }

  private static String file(String content) {
    return "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n" + content
        + "\r\n";
  }

  private static FormRequest form(Holding holding, String... parts) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/banks/A/imports");
    request.setContentType("multipart/form-data; boundary=b");
    request.setContent(
        (String.join("", parts) + "--b--\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return new FormRequest(request, holding);
  }

  @ParameterizedTest
  @CsvSource({"1, 65537", "5, 60000"})
  void fields_longerThanFieldsAre_areRefused(int count, int bytes) {
    FormRequest form = form(new Holding.Disk(folder), field("name", bytes).repeat(count));
    assertThatThrownBy(form::getFileMap)
        .isInstanceOf(MultipartException.class)
        .hasCauseInstanceOf(BodyRefusedException.class);
  }

  @Test
  void field_asLongAsFieldsMayBe_isRead() {
    FormRequest form = form(MEMORY, field("name", MOST_FIELD));
    assertThat(form.getParameter("name")).hasSize(MOST_FIELD);
  }

  @Test
  void file_heldOnDisk_hasNoNameInItsFolder() throws IOException {
    FormRequest form = form(new Holding.Disk(folder.resolve("made")), file("hello"));
    MultipartFile sent = Objects.requireNonNull(form.getFile("file"));
    assertThat(folder.resolve("made")).isEmptyDirectory();
    try (InputStream in = sent.getInputStream()) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("hello");
    }
    Forms.close(sent);
  }

  @Test
  void file_heldInMemory_isNotCopied() throws IOException {
    MultipartFile sent = Objects.requireNonNull(form(MEMORY, file("hello")).getFile("file"));
    try (HeldBytes in = (HeldBytes) sent.getInputStream();
        HeldBytes second = (HeldBytes) sent.getInputStream()) {
      assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("hello");
      assertThat(second.bytes()).isSameAs(in.bytes());
      assertThat(sent.getBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("hello");
    }
  }

  /// Sixty files are read before the part that is too many.
  @Test
  void files_ofAFormWithTooManyParts_areClosed() throws IOException {
    long before = openInFolder();
    FormRequest form = form(new Holding.Disk(folder), file("hello").repeat(61));
    assertThatThrownBy(form::getFileMap).isInstanceOf(MultipartException.class);
    assertThat(openInFolder()).isEqualTo(before);
  }

  private long openInFolder() throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(each -> leadsTo(each).startsWith(folder.toString())).count();
    }
  }

  private static String leadsTo(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
