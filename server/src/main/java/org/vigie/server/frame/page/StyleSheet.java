package org.vigie.server.frame.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.WebContentGenerator;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;

/// The style sheet of all pages: the sheets of the modules, joined when the server starts.
///
/// A sheet is `style/<module>/<name>.css` on the class path, and holds its own rules for narrow
/// screens and for paper. The sheets of the frame come first, in the order of [#FRAME]; those of
/// the other modules follow by path. So a page needs one request, and as the digest of the text is
/// in its address, browsers keep it for a year.
final class StyleSheet extends WebContentGenerator implements HttpRequestHandler {
  static final String PATH = "/style/vigie.css";

  /// From the ground up: a later sheet may refine an earlier one.
  static final List<String> FRAME = List.of(
      "tokens",
      "ground",
      "page",
      "parts",
      "code",
      "tables",
      "forms",
      "buttons",
      "navigation",
      "palette");

  private static final String SHEETS_OF_MODULES = "classpath*:/style/*/*.css";
  private static final CacheControl UNTIL_IT_CHANGES =
      CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

  private final byte[] text;
  private final String digest;

  private StyleSheet(String text) {
    super(METHOD_GET, METHOD_HEAD);
    this.text = text.getBytes(StandardCharsets.UTF_8);
    this.digest = Digest.of(DigestType.SHA256, this.text).text();
  }

  /// Reads and joins the sheets.
  static StyleSheet read() {
    Stream<Resource> frame =
        FRAME.stream().map(name -> new ClassPathResource("style/frame/" + name + ".css"));
    return new StyleSheet(
        Stream.concat(frame, ofModules()).map(StyleSheet::text).collect(Collectors.joining("\n")));
  }

  private static Stream<Resource> ofModules() {
    try {
      Resource[] sheets = new PathMatchingResourcePatternResolver().getResources(SHEETS_OF_MODULES);
      return Arrays.stream(sheets)
          .filter(sheet -> FRAME.stream().noneMatch(name -> isFrame(sheet, name)))
          .sorted(Comparator.comparing(StyleSheet::address));
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheets cannot be listed", e);
    }
  }

  /// The folder of an installation may be called so, too: only the end tells a sheet of the frame.
  private static boolean isFrame(Resource sheet, String name) {
    return address(sheet).endsWith("/style/frame/" + name + ".css");
  }

  private static String address(Resource sheet) {
    try {
      return sheet.getURL().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("a style sheet has no address", e);
    }
  }

  private static String text(Resource sheet) {
    try {
      return sheet.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a style sheet cannot be read", e);
    }
  }

  /// Returns the target of links: the path and, as the query, the digest of the text.
  String address() {
    return PATH + "?" + digest;
  }

  /// Answers with the text. An address with another digest, which a page of an earlier version
  /// holds, is answered as well, but kept by nobody.
  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    checkRequest(request);
    boolean current = digest.equals(request.getQueryString());
    CacheControl kept = current ? UNTIL_IT_CHANGES : CacheControl.noCache();
    response.setHeader(HttpHeaders.CACHE_CONTROL, kept.getHeaderValue());
    if (!new ServletWebRequest(request, response).checkNotModified("\"" + digest + "\"")) {
      response.setContentType("text/css;charset=UTF-8");
      response.setContentLength(text.length);
      response.getOutputStream().write(text);
    }
  }
}
