package org.vigie.server.frame.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;

/// Gives handlers the parts of forms with files, which are read on a handler's first access: after
/// the gates of `access`, and never for a caller who may not send them.
///
/// Files are held outside the heap, counted by [BodyMemory], so that no media is ever on disk in
/// plain.
/// Paths with a [org.vigie.server.frame.BodyAllowance] for files without media hold them on disk.
public final class Forms implements MultipartResolver {
  private static final Logger LOG = LoggerFactory.getLogger(Forms.class);
  private static final String TYPE = "multipart/form-data";

  private final BodyLimits limits;

  public Forms(BodyLimits limits) {
    this.limits = limits;
  }

  @Override
  public boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(TYPE);
  }

  @Override
  public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
    return new FormRequest(request, limits.of(request).holding());
  }

  @Override
  public void cleanupMultipart(MultipartHttpServletRequest request) {
    if (request instanceof FormRequest form && form.isResolved()) {
      form.getMultiFileMap().values().forEach(files -> files.forEach(Forms::close));
    }
  }

  static void close(MultipartFile file) {
    try {
      if (file instanceof SentFile sent) {
        sent.close();
      }
    } catch (IOException e) {
      LOG.atWarn().setMessage("uploaded file not closed").setCause(e).log();
    }
  }
}
