package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.web.CallerAuthentication;

/// JSON that is wrong in any way, sent to everything that takes JSON: a refusal that names the
/// place, and neither the answer nor the log repeats the body.
@ServerTest
final class MalformedJsonTest {
  /// A word in every body, and nowhere else.
  private static final String MARK = "marmalade";

  /// Without an organisation, or a credential that waits in the session, nothing is read.
  private static final Set<String> REFUSED_BEFORE_READING = Set.of("/api/v1/flagger/notices");

  private final MockMvc http;
  private final RequestMappingHandlerMapping mapping;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @Autowired
  MalformedJsonTest(
      MockMvc http,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.http = http;
    this.mapping = mapping;
  }

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root().detachAppender(log);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  static Map<String, byte[]> defects() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("nothing", utf8(""));
    all.put("white space", utf8("  \n"));
    all.put("no JSON", utf8(MARK));
    all.put("a text", utf8("\"" + MARK + "\""));
    all.put("cut in a name", utf8("{\"" + MARK));
    all.put("cut after a name", utf8("{\"" + MARK + "\":"));
    all.put("cut in a value", utf8("{\"name\":\"" + MARK));
    all.put("two documents", utf8("{} {\"" + MARK + "\":1}"));
    all.put("a name twice", utf8("{\"name\":\"" + MARK + "\",\"name\":\"" + MARK + "\"}"));
    all.put("deep lists", utf8("[".repeat(200_000)));
    all.put("deep lists in a field", utf8("{\"" + MARK + "\":" + "[".repeat(100_000)));
    all.put("deep closed lists", utf8("[".repeat(900_000) + "]".repeat(900_000)));
    String opened = "{\"" + MARK + "\":";
    all.put("deep objects", utf8(opened.repeat(50_000)));
    all.put("deep metadata", utf8("{\"metadata\":".repeat(50_000)));
    all.put("a long number", utf8("{\"" + MARK + "\":" + "9".repeat(1_000_000) + "}"));
    all.put("a long number alone", utf8("9".repeat(1_500_000)));
    all.put("a long fraction", utf8("[0." + "9".repeat(1_000_000) + "]"));
    all.put("a large exponent", utf8("{\"quality\":1e999999999,\"" + MARK + "\":1}"));
    all.put("a very large exponent", utf8("{\"quality\":1e9999999999999999999}"));
    all.put("a long name", utf8("{\"" + MARK.repeat(100_000) + "\":1}"));
    all.put("a long text", utf8("{\"name\":\"" + MARK.repeat(200_000) + "\"}"));
    all.put("half a surrogate", utf8("{\"name\":\"" + MARK + "\\ud800\"}"));
    all.put("a bad escape", utf8("{\"name\":\"" + MARK + "\\x\"}"));
    all.put("a control character", utf8("{\"name\":\"" + MARK + "\u0001\"}"));
    all.put("not UTF-8", joined(utf8("{\"name\":\"" + MARK), 0xC3, 0x28, '"', '}'));
    all.put("an overlong slash", joined(utf8("{\"name\":\"" + MARK), 0xC0, 0xAF, '"', '}'));
    all.put("UTF-16", ("{\"name\":\"" + MARK + "\"").getBytes(StandardCharsets.UTF_16));
    all.put("UTF-32", joined(utf8(""), 0, 0, 0, '{', 0, 0, 0, '}'));
    all.put("zeros", new byte[1_000]);
    all.put("NaN", utf8("{\"quality\":NaN,\"" + MARK + "\":1}"));
    all.put("a comment", utf8("{/* " + MARK + " */}"));
    return all;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] begin, int... more) {
    byte[] whole = Arrays.copyOf(begin, begin.length + more.length);
    for (int index = 0; index < more.length; index++) {
      whole[begin.length + index] = (byte) more[index];
    }
    return whole;
  }

  static List<String> names() {
    return List.copyOf(defects().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void json_withADefect_isRefusedEverywhereWithoutRepeatingIt(String name) throws Exception {
    byte[] body = Objects.requireNonNull(defects().get(name));
    for (Map.Entry<String, RequestMappingInfo> taker : takers().entrySet()) {
      String method = taker.getKey().split(" ", -1)[0];
      String path = taker.getKey().split(" ", -1)[1];
      MockHttpServletResponse answer = send(method, path, body);
      check(taker.getKey(), path, answer);
    }
    checkLog();
  }

  private static void check(String call, String path, MockHttpServletResponse answer)
      throws Exception {
    String text = answer.getContentAsString();
    assertThat(answer.getStatus()).as("%s: %s", call, text).isBetween(400, 499);
    // The path of a field may hold its name, and nothing else of the body.
    assertThat(text.replaceAll("\"field\":\"[^\"]*\"", ""))
        .as(call)
        .doesNotContain(MARK, "jackson", "Exception", "JsonParser");
    if (path.startsWith("/api/") && !REFUSED_BEFORE_READING.contains(path)) {
      // A body that is well formed after all may be for a bank that does not exist.
      assertThat(answer.getStatus()).as("%s: %s", call, text).isIn(400, 404, 413);
      assertThat(text)
          .as(call)
          .containsAnyOf("\"line\"", "\"field\"", "missing", "\"limit\"", "/problems/no-such");
    }
    if (path.startsWith("/hma/")) {
      assertThat(text).as(call).startsWith("{\"message\":");
    }
  }

  private void checkLog() {
    for (ILoggingEvent event : List.copyOf(log.list)) {
      if (event.getLoggerName().contains("TaskUtils")) {
        continue; // a schedule that does not wait for the database of a test
      }
      String whole = event.getFormattedMessage()
          + event.getKeyValuePairs()
          + (event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy()));
      assertThat(event.getLevel().isGreaterOrEqual(Level.WARN)).as(whole).isFalse();
      assertThat(whole).doesNotContain(MARK, "tools.jackson");
    }
  }

  private MockHttpServletResponse send(String method, String path, byte[] body) throws Exception {
    return http.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body)
            .with(path.startsWith("/api/") || path.startsWith("/hma/") ? key() : person())
            .with(csrf().asHeader()))
        .andReturn()
        .getResponse();
  }

  /// Returns every handler that may take JSON, by method and path.
  private Map<String, RequestMappingInfo> takers() {
    Map<String, RequestMappingInfo> all = new LinkedHashMap<>();
    mapping.getHandlerMethods().forEach((how, handler) -> {
      if (handler.getBeanType().getPackageName().startsWith("org.vigie.") && takesJson(how)) {
        how.getPatternValues()
            .forEach(path -> how.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .filter(Set.of("POST", "PUT", "PATCH")::contains)
                .filter(_ -> isOfPrograms(path) || path.equals("/sign-in/passkey"))
                .filter(_ -> !path.endsWith("/imports") && !path.contains("exchange"))
                .forEach(method -> all.put(
                    method + " "
                        + path.replaceAll("\\{(id|member|number)\\}", "1")
                            .replaceAll("\\{[^}]*\\}", "KNOWN"),
                    how)));
      }
    });
    assertThat(all).hasSizeGreaterThan(15);
    return all;
  }

  private static boolean isOfPrograms(String path) {
    return path.startsWith("/api/") || path.startsWith("/hma/");
  }

  private static boolean takesJson(RequestMappingInfo how) {
    List<MediaType> types = new ArrayList<>(how.getConsumesCondition().getConsumableMediaTypes());
    return types.isEmpty() || types.contains(MediaType.APPLICATION_JSON);
  }

  private static RequestPostProcessor key() {
    return as(new Caller.Key(new KeyId("testtesttest")));
  }

  private static RequestPostProcessor person() {
    return as(new Caller.Person(new PersonId(new UUID(0, 1))));
  }

  private static RequestPostProcessor as(Caller caller) {
    return authentication(
        new CallerAuthentication(caller, caller.reference(), EnumSet.allOf(Permission.class)));
  }
}
