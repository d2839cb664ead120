package org.vigie.server.evidence.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.MalformedSnapshotException;
import org.vigie.server.evidence.MalformedSnapshotException.Defect;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.evidence.Snapshot.Account;
import org.vigie.server.evidence.Snapshot.Media;
import org.vigie.server.evidence.Snapshot.Message;
import org.vigie.server.evidence.Snapshot.Room;

/// The example of `docs/formats/snapshot.md`, and copies with one defect each.
final class SnapshotTest {
  private static String example() throws IOException {
    String page = Files.readString(Path.of("../docs/formats/snapshot.md"));
    int begin = page.indexOf("```json") + "```json".length();
    return page.substring(begin, page.indexOf("```", begin));
  }

  private static Snapshot read(String text) {
    return Snapshot.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void read_exampleOfThePage_isWhatItSays() throws IOException {
    Message message = new Message(
        "m-17",
        "a-4",
        Instant.parse("2026-11-22T09:58:30Z"),
        "synthetic",
        List.of(new Media.Kept(
            new EvidenceId(UUID.fromString("01900000-0000-7000-8000-000000000001")))),
        Optional.empty(),
        Optional.empty());
    Message before = new Message(
        "m-16",
        "a-9",
        Instant.parse("2026-11-22T09:57:00Z"),
        "hello",
        List.of(),
        Optional.empty(),
        Optional.empty());
    assertThat(read(example()))
        .isEqualTo(new Snapshot(
            Instant.parse("2026-11-22T10:00:00Z"),
            "public",
            Optional.of(message),
            List.of(before),
            List.of(),
            Optional.of(new Account(
                "a-4",
                Optional.of("Nobody"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
                false,
                false,
                Optional.empty())),
            Optional.of(new Room(
                "r-2",
                Optional.of("Market"),
                Optional.empty(),
                OptionalLong.of(812),
                Optional.empty()))));
    assertThat(read(example()).toString()).doesNotContain("synthetic", "Nobody", "Market");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "\"version\": 1 | \"version\": 2 | version | OTHER_VERSION",
        "\"version\": 1, | `` | version | OTHER_VERSION",
        "\"version\": 1 | \"version\": \"1\" | version | WRONG_TYPE",
        "\"version\": 1 | \"version\": 1.0 | version | WRONG_TYPE",
        "\"version\": 1 | \"version\": 1, \"version\": 1 | `` | NO_JSON_OBJECT",
        "\"text\": \"hello\" | \"text\": \"hello\", \"text\": \"\" | `` | NO_JSON_OBJECT",
        "\"version\": 1 | \"version\": 1, \"more\": 1 | more | UNKNOWN_MEMBER",
        "\"taken_at\" | \"takenAt\" | takenAt | UNKNOWN_MEMBER",
        "\"public\" | \"secret\" | surface | WRONG_VALUE",
        "\"text\": \"synthetic\", | `` | message.text | MISSING",
        "\"text\": \"synthetic\" | \"text\": null | message.text | WRONG_TYPE",
        "\"text\": \"hello\" | \"text\": 7 | before[0].text | WRONG_TYPE",
        "\"m-16\" | \"\" | before[0].reference | WRONG_VALUE",
        "2026-11-22T09:57:00Z | 2026-11-22 09:57 | before[0].sent_at | WRONG_VALUE",
        "2026-11-22T09:57:00Z | 2026-11-22T09:57:00+01:00 | before[0].sent_at | WRONG_VALUE",
        "2026-11-22T09:57:00Z | 2026-11-31T09:57:00Z | before[0].sent_at | WRONG_VALUE",
        "01900000-0000 | 1900000-0000 | message.media[0].evidence | WRONG_VALUE",
        "\"evidence\": | \"reference\": \"x\", \"evidence\": | message.media[0].reference |"
            + " UNKNOWN_MEMBER",
        "812 | -1 | room.members | WRONG_VALUE",
        "812 | \"many\" | room.members | WRONG_TYPE",
        "812 | 9223372036854775808 | room.members | WRONG_TYPE"
      },
      delimiter = '|')
  void read_oneDefect_isRefusedWithItsPlace(String from, String to, String field, Defect defect)
      throws IOException {
    assertThat(example()).contains(from);
    assertRefused(example().replaceFirst(java.util.regex.Pattern.quote(from), to), field, defect);
  }

  private static void assertRefused(String text, String field, Defect defect) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(MalformedSnapshotException.class, e -> {
          assertThat(e.field()).isEqualTo(field);
          assertThat(e.defect()).isEqualTo(defect);
        });
  }

  @Test
  void read_whatIsNoObject_isRefused() throws IOException {
    for (String text : List.of(
        "",
        "[]",
        "null",
        "1",
        "{",
        example() + "{}",
        example() + "1",
        example() + "]",
        "\uFEFF" + example())) {
      assertRefused(text, "", Defect.NO_JSON_OBJECT);
    }
    byte[] latin = "{\"version\":1,\"\u00e9\":1}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Snapshot.read(latin)).isInstanceOf(MalformedSnapshotException.class);
  }

  @Test
  void read_tooLongOrAboutNothing_isRefused() throws IOException {
    assertRefused(
        example().replace("synthetic", "x".repeat(65_537)), "message.text", Defect.TOO_LONG);
    String message = "{\"reference\":\"m\",\"account\":\"a\","
        + "\"sent_at\":\"2026-11-22T09:57:00Z\",\"text\":\"\"}";
    assertRefused(
        "{\"version\":1,\"taken_at\":\"2026-11-22T09:57:00Z\",\"surface\":\"public\",\"message\":"
            + message + ",\"after\":[" + (message + ",").repeat(20) + message + "]}",
        "after",
        Defect.TOO_LONG);
    assertRefused(
        "{\"version\":1,\"taken_at\":\"2026-11-22T09:57:00Z\",\"surface\":\"public\"}",
        "message",
        Defect.MISSING);
  }
}
