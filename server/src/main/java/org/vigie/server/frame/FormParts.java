package org.vigie.server.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/// The parts of a form with files, one after the other as they arrive.
public final class FormParts {
  private static final int MOST_HEADER_BYTES = 4_096;

  /// The length of a form's end after its last boundary, which the part reader keeps back: `--` and
  /// a line end.
  private static final int END = 4;

  private final ReceivedBody body;
  private final BodyHold hold;
  private final FileItemIterator parts;

  private FormParts(HttpServletRequest request) throws IOException {
    this.body = new ReceivedBody(request);
    this.hold = BodyHold.of(request);
    FileUpload upload = new FileUpload();
    upload.setPartHeaderSizeMax(MOST_HEADER_BYTES);
    this.parts = upload.getItemIterator(new ServletRequestContext(request) {
      @Override
      public InputStream getInputStream() {
        return body.stream();
      }
    });
  }

  /// Reads the parts of a request's form, one after another.
  ///
  /// @throws MalformedFormException if the request is no form with files
  public static FormParts of(HttpServletRequest request) throws IOException {
    return FormPart.reading(() -> new FormParts(request));
  }

  public boolean hasNext() throws IOException {
    return FormPart.reading(parts::hasNext);
  }

  /// Returns the next part; skips the unread rest of the previous one.
  public FormPart next() throws IOException {
    return FormPart.reading(() -> new FormPart(parts.next()));
  }

  /// Returns a stream over a part that reads the whole of it into memory outside the heap.
  ///
  /// @param content of the part, or a stream over it that says how much is available
  public WholeInput whole(InputStream content) {
    return new WholeInput(content, () -> rest(content), hold);
  }

  /// Returns the remaining bytes of a part if it is the last one: those not yet received and those
  /// held by the part reader, without the end of the form.
  private long rest(InputStream content) {
    try {
      long unread = body.rest();
      return unread < 0 ? -1 : unread + content.available() - END;
    } catch (IOException _) {
      return -1;
    }
  }
}
