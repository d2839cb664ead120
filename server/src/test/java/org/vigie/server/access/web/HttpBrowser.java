package org.vigie.server.access.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/// A browser without scripts over real HTTP: it keeps cookies and goes where it is sent, to
/// other sites too.
final class HttpBrowser implements AutoCloseable {
  private static final int MOST_STEPS = 10;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder()
      .cookieHandler(cookies)
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();

  /// Opens an address, and follows redirects until a page is shown.
  HttpResponse<String> open(URI address) throws IOException, InterruptedException {
    HttpResponse<String> answer = ask(address);
    for (int step = 1; step < MOST_STEPS; step++) {
      Optional<URI> next = next(answer);
      if (next.isEmpty()) {
        return answer;
      }
      answer = ask(next.get());
    }
    throw new AssertionError("sent on " + MOST_STEPS + " times, last to " + answer.uri());
  }

  /// Follows redirects until one to an address that starts with a text, and does not open that.
  URI openUntil(URI address, String start) throws IOException, InterruptedException {
    URI next = address;
    for (int step = 0; step < MOST_STEPS; step++) {
      next = next(ask(next)).orElseThrow();
      if (next.toString().startsWith(start)) {
        return next;
      }
    }
    throw new AssertionError("never sent to " + start + ", last to " + next);
  }

  /// Returns where an address sends to, as it says so.
  String locationFrom(URI address) throws IOException, InterruptedException {
    return ask(address).headers().firstValue("Location").orElseThrow();
  }

  /// Returns the value of a cookie.
  Optional<String> cookie(String name) {
    List<HttpCookie> all = cookies.getCookieStore().getCookies();
    return all.stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  private HttpResponse<String> ask(URI address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept-Language", "en").build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Optional<URI> next(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").map(answer.uri()::resolve);
  }

  @Override
  public void close() {
    client.close();
  }
}
