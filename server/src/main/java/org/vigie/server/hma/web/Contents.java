package org.vigie.server.hma.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.hma.hashing.HashedContent;
import org.vigie.server.hma.hashing.Hashing;
import org.vigie.server.hma.settings.HmaSettings;
import org.vigie.server.hma.vocabulary.HmaContentType;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.hma.vocabulary.HmaSignalType;
import org.vigie.server.outbound.FetchedContent;
import org.vigie.server.outbound.OutboundException;
import org.vigie.server.outbound.UrlFetcher;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaTooLargeException;

/// Takes content from requests, and makes its signals.
final class Contents {
  static final String ONE_FILE =
      "Send a form with exactly one file, in a field named by its content type.";

  private final UrlFetcher fetcher;
  private final Hashing hashing;
  private final HmaSettings settings;

  Contents(UrlFetcher fetcher, Hashing hashing, HmaSettings settings) {
    this.fetcher = fetcher;
    this.hashing = hashing;
    this.settings = settings;
  }

  /// Returns the signals of the content of a URL.
  ///
  /// @param contentType in HMA's words; null to trust the host's media type
  HashedContent ofUrl(String url, @Nullable String contentType, Set<HmaSignalType> only) {
    Optional<HmaContentType> said = Optional.ofNullable(contentType).map(Parameters::contentType);
    try (FetchedContent fetched = fetch(url)) {
      return hashing.hash(said.orElseGet(() -> typeOf(fetched)), Media.of(fetched.bytes()), only);
    }
  }

  private static HmaContentType typeOf(FetchedContent fetched) {
    return HmaContentType.ofMediaType(fetched.mediaType())
        .orElseThrow(() -> HmaProblems.bad("The type of the content is not known: say it."));
  }

  private FetchedContent fetch(String url) {
    try {
      return fetcher.fetch(url);
    } catch (OutboundException e) {
      throw switch (e.why()) {
        case TOO_LARGE -> HmaProblems.tooLarge(settings.maxBytes());
        case BUSY -> HmaProblems.busy(e.why().sentence());
        case BAD_URL,
            UNKNOWN_HOST,
            NOT_PUBLIC,
            TOO_MANY_REDIRECTS,
            REFUSED_BY_HOST,
            BAD_ANSWER,
            NOT_REACHED,
            TOO_SLOW -> HmaProblems.bad(e.why().sentence());
      };
    }
  }

  /// Returns the signals of the one file of a form, whose field is named by its content type.
  HashedContent ofForm(MultipartHttpServletRequest form, Set<HmaSignalType> only) {
    Map<String, List<MultipartFile>> files = form.getMultiFileMap();
    List<MultipartFile> all = files.values().stream().flatMap(List::stream).toList();
    if (all.size() != 1) {
      throw HmaProblems.bad(ONE_FILE);
    }
    MultipartFile file = all.getFirst();
    return hashing.hash(Parameters.contentType(file.getName()), read(file), only);
  }

  private Media read(MultipartFile file) {
    try (InputStream in = file.getInputStream()) {
      return Media.read(in, settings.maxBytes());
    } catch (MediaTooLargeException e) {
      throw HmaProblems.tooLarge(e.maxBytes());
    } catch (IOException e) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "The file could not be read to its end.", Map.of());
    }
  }
}
