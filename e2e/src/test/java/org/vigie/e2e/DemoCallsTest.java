package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The calls that `docs/demo.md` has a newcomer try with the pictures of a demonstration.
final class DemoCallsTest {
  private static final String BANK = "HARBOUR_SCAM_POSTERS";
  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
  private static final Pattern PDQ =
      Pattern.compile("\"type\":\"pdq\",\"value\":\"([0-9a-f]{64})\"");

  private final RunningDemo demo = RunningDemo.instance();

  @Test
  void samples_beforeAndAfterTheirMemberIsWithdrawn_areAnsweredAsTheReadmeSays() throws Exception {
    String key = demo.key("scan", "banks-write", "hma");
    String listed = scan(key, "listed.jpg");
    assertThat(listed).contains("\"outcome\":\"matched\"", BANK, "\"distance\":0");
    assertThat(scan(key, "rotated.jpg"))
        .contains("\"outcome\":\"matched\"", BANK)
        .containsPattern("\"transform\":\"rotate-(90|270)\"");
    assertThat(scan(key, "unlisted.jpg")).contains("\"outcome\":\"clear\"");
    assertThat(hma(key, listed)).contains("\"bank_content_id\"");

    withdraw(key, member(key));
    assertThat(scan(key, "listed.jpg")).contains("\"outcome\":\"clear\"");
    assertThat(hma(key, listed)).isEqualToIgnoringWhitespace("{\"matches\":[]}");
  }

  private String scan(String key, String sample) throws Exception {
    return RunningDemo.answer(demo.call("/api/v1/scans", key)
        .header("Content-Type", Upload.TYPE)
        .POST(Upload.scan(Files.readAllBytes(demo.sample(sample))).publisher())
        .build());
  }

  private String hma(String key, String scan) throws Exception {
    Matcher pdq = PDQ.matcher(scan);
    assertThat(pdq.find()).as(scan).isTrue();
    String query = "?signal_type=pdq&include_distance=true&signal=" + pdq.group(1);
    return RunningDemo.answer(demo.call("/hma/m/raw_lookup" + query, key).build());
  }

  private String member(String key) throws Exception {
    String found = RunningDemo.answer(
        demo.call("/api/v1/banks/" + BANK + "/members?limit=1", key).build());
    Matcher id = ID.matcher(found);
    assertThat(id.find()).as(found).isTrue();
    return id.group(1);
  }

  private void withdraw(String key, String member) throws Exception {
    RunningDemo.answer(demo.call("/api/v1/banks/" + BANK + "/members/" + member + "/status", key)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(
            "{\"status\":\"withdrawn\",\"reason\":\"It was only a poster.\"}"))
        .build());
  }
}
