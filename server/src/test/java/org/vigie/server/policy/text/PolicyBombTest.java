package org.vigie.server.policy.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.server.policy.PolicyRevision;

/// Texts of 2 MB, as many as a form may send, that were made to keep a reader busy.
final class PolicyBombTest {
  private static final int MANY = 300_000;

  static Map<String, String> bombs() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("deep lists", "[".repeat(2_000_000));
    all.put("deep objects", "{a: ".repeat(500_000));
    all.put("deep block lists", "- ".repeat(1_000_000) + "a");
    all.put("deep keys", "? ".repeat(1_000_000) + "a");
    all.put("a list as a key", "[".repeat(MANY) + "]".repeat(MANY) + ": a");
    all.put("aliases of aliases", """
        a: &a [x,x,x,x,x,x,x,x,x]
        b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
        c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]
        d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]
        """);
    all.put("an alias of itself", "a: &a [*a]\n");
    all.put("many anchors", "- &a x\n".repeat(MANY));
    all.put("a long number", "version: " + "9".repeat(1_900_000));
    all.put("a long text", "version: \"" + "x".repeat(1_900_000) + "\"");
    all.put("many documents", "--- a\n".repeat(MANY));
    all.put("many keys", keys());
    all.put("many directives", "%TAG !a! tag:x,2000:\n".repeat(90_000) + "--- a\n");
    return all;
  }

  private static String keys() {
    StringBuilder text = new StringBuilder();
    for (int number = 0; number < 150_000; number++) {
      text.append('k').append(number).append(": 1\n");
    }
    return text.toString();
  }

  static List<String> names() {
    return List.copyOf(bombs().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void text_madeToKeepAReaderBusy_isRefusedSoon(String name) {
    String text = String.valueOf(bombs().get(name));
    assertThatThrownBy(() -> PolicyReader.read(text, new PolicyRevision(1)))
        .isInstanceOf(MalformedPolicyException.class);
  }
}
