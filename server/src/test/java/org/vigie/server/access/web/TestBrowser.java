package org.vigie.server.access.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A browser without scripts: it keeps cookies, and sends the hidden field of forms.
final class TestBrowser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final MockMvc http;
  private final Map<String, Cookie> cookies = new HashMap<>();
  private String token = "";

  TestBrowser(MockMvc http) {
    this.http = http;
  }

  MockHttpServletResponse open(String path) throws Exception {
    return send(get(path));
  }

  /// Sends a form.
  ///
  /// @param fields names and values, in turn
  MockHttpServletResponse submit(String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).param("_csrf", token);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    if (!cookies.isEmpty()) {
      request.cookie(cookies.values().toArray(Cookie[]::new));
    }
    MockHttpServletResponse response = http.perform(request).andReturn().getResponse();
    for (Cookie cookie : response.getCookies()) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie);
      }
    }
    Matcher matcher = TOKEN.matcher(response.getContentAsString());
    if (matcher.find()) {
      token = matcher.group(1);
    }
    return response;
  }

  Cookie cookie(String name) {
    return Objects.requireNonNull(cookies.get(name), name);
  }

  /// Sets a cookie that an attacker chose.
  void plant(Cookie cookie) {
    cookies.put(cookie.getName(), cookie);
  }

  /// Returns the part of a page between two texts.
  static String between(MockHttpServletResponse page, String before, String after)
      throws Exception {
    String html = page.getContentAsString();
    int start = html.indexOf(before) + before.length();
    return html.substring(start, html.indexOf(after, start));
  }
}
