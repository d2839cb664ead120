package org.vigie.server.hma.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.server.hma.web.HmaClient.Answer;
import org.vigie.server.hma.web.HmaClient.Part;
import org.vigie.server.hma.web.HmaTables.Row;
import org.vigie.server.outbound.TestHost;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The objects in a row of `docs/hma.md`: a bank with content, a free name, a host with media.
final class HmaRowWorld implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final AtomicInteger WORLDS = new AtomicInteger();
  private static final Pattern FIELD = Pattern.compile("(\\w+)=(.*?)(?= \\w+=|$)");
  private static final String ANY_NUMBER = "$NUMBER";

  private final HmaClient local;
  private final TestHost host = TestHost.start();
  private final String bank = "ROW_" + WORLDS.incrementAndGet();
  private final String other = "OTHER_" + WORLDS.get();
  private final String free = "FREE_" + WORLDS.get();
  private final String later = Long.toString(Instant.now().getEpochSecond() + 86_400);
  private final long id;

  /// @param local lets anything in
  HmaRowWorld(HmaClient local) throws Exception {
    this.local = local;
    make(bank);
    make(other);
    Answer added = local.post(
        "/c/bank/" + bank + "/signal", filled("{\"pdq\": \"$PDQ\", \"video_md5\": \"$MD5\"}", 0));
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    this.id = added.json().path("id").longValue();
  }

  private void make(String name) throws Exception {
    assertThat(local.post("/c/banks", "{\"name\": \"" + name + "\"}").status()).isEqualTo(201);
  }

  /// A row with its words replaced.
  ///
  /// @param json empty for none
  /// @param form empty for none
  record Call(String method, String path, String json, List<Part> form) {
    Call {
      form = List.copyOf(form);
    }
  }

  Call call(Row row) {
    String sends = filled(row.sends(), id);
    boolean isJson = sends.startsWith("{");
    return new Call(
        row.method(),
        filled(media(row.path()), id).replace("{", "%7B").replace("}", "%7D").replace("\"", "%22"),
        isJson ? sends : "",
        isJson ? List.of() : parts(sends));
  }

  private String media(String path) {
    if (path.contains("$PHOTO")) {
      return path.replace("$PHOTO", url("image/png", HmaContract.PHOTO));
    }
    if (path.contains("$GREY")) {
      return path.replace("$GREY", url("image/png", HmaContract.GREY));
    }
    return path.contains("$CLIP")
        ? path.replace("$CLIP", url("application/octet-stream", HmaContract.VIDEO))
        : path;
  }

  private String url(String type, byte[] content) {
    return URLEncoder.encode(host.holds(type, content).url("/file"), UTF_8);
  }

  private String filled(String text, long content) {
    return text.replace("$BANK", bank)
        .replace("$OTHER", other)
        .replace("$FREE", free)
        .replace("$LATER", later)
        .replace("$ID", Long.toString(content))
        .replace("$PDQ", HmaContract.PDQ_3_BITS_OFF)
        .replace("$NEAR", HmaContract.PDQ)
        .replace("$MD5", HmaContract.MD5_OF_HELLO);
  }

  private static List<Part> parts(String sends) {
    List<Part> parts = new ArrayList<>();
    if (sends.startsWith("grey photo")) {
      parts.add(Part.file("photo", HmaContract.GREY));
    } else if (sends.startsWith("photo")) {
      parts.add(Part.file("photo", HmaContract.PHOTO));
    } else if (sends.startsWith("video")) {
      parts.add(Part.file("video", HmaContract.VIDEO));
    }
    Matcher field = FIELD.matcher(sends);
    while (field.find()) {
      parts.add(Part.field(field.group(1), field.group(2)));
    }
    return parts;
  }

  /// Compares an answer with the row.
  void check(Row row, Answer answer) {
    assertThat(answer.status()).as("%s: %s", row.request(), answer.body()).isEqualTo(row.status());
    String expected = filled(row.answers(), id);
    if (expected.equals("a message")) {
      HmaContract.assertRefused(answer, row.status());
    } else if (expected.startsWith("{") || expected.startsWith("[")) {
      String numbered = expected.replaceAll("\\$(NUMBER|TIME)", "\"\\$NUMBER\"");
      same(row.request() + " " + answer.body(), answer.json(), JSON.readTree(numbered));
    } else {
      assertThat(answer.body()).isEqualTo(expected);
    }
  }

  private static void same(String where, JsonNode found, JsonNode expected) {
    if (expected.isObject()) {
      assertThat(found.propertyNames())
          .as(where)
          .containsExactlyInAnyOrderElementsOf(expected.propertyNames());
      expected
          .properties()
          .forEach(each -> same(where, found.path(each.getKey()), each.getValue()));
    } else if (expected.isArray()) {
      assertThat(found.size()).as(where).isEqualTo(expected.size());
      Iterator<JsonNode> members = found.iterator();
      expected.forEach(each -> same(where, members.next(), each));
    } else if (expected.isString() && expected.stringValue().equals(ANY_NUMBER)) {
      assertThat(found.isIntegralNumber()).as(where).isTrue();
    } else {
      assertThat(found).as(where).isEqualTo(expected);
    }
  }

  @Override
  public void close() throws IOException {
    delete(bank);
    delete(other);
    delete(free);
    host.close();
  }

  private void delete(String name) {
    try {
      local.delete("/c/bank/" + name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IllegalStateException("a bank of a test was not deleted", e);
    }
  }
}
