package org.vigie.server.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.report.Defect;
import org.vigie.server.report.MalformedNoticeException;
import org.vigie.server.report.NewAttachment;

/// The form as it arrives: its fields and files, read into memory within bounds.
///
/// The body is read to its end whatever is wrong in it, as browsers show no answer that comes
/// before; the first defect is told afterwards. The [org.vigie.server.frame.BodyAllowance] of
/// the form bounds the whole.
final class SentForm {
  private static final int MOST_FIELDS = 40;
  private static final int MOST_FIELD_BYTES = 65_536;
  private static final int MOST_HEADER_BYTES = 4_096;

  private final Map<String, String> fields = new HashMap<>();
  private final SentFiles files;

  private SentForm(int maxFile) {
    this.files = new SentFiles(maxFile);
  }

  /// @param maxFile bytes of one file
  /// @throws ProblemException if the body is no form
  static SentForm read(HttpServletRequest request, int maxFile) throws IOException {
    SentForm form = new SentForm(maxFile);
    try {
      form.readParts(request);
    } catch (MalformedStreamException | FileUploadException | FileUploadIOException _) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST,
          "The body is not a well-formed multipart form, or ends too early.",
          Map.of());
    }
    return form;
  }

  private void readParts(HttpServletRequest request) throws IOException, FileUploadException {
    FileUpload parts = new FileUpload();
    parts.setPartHeaderSizeMax(MOST_HEADER_BYTES);
    FileItemIterator each = parts.getItemIterator(new ServletRequestContext(request));
    while (each.hasNext()) {
      FileItemStream part = each.next();
      try (InputStream in = part.openStream()) {
        if (part.isFormField()) {
          readField(part, in);
        } else {
          files.add(part.getContentType(), in);
        }
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
    }
  }

  private void readField(FileItemStream part, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_FIELD_BYTES);
    if (in.read() >= 0) {
      files.refuse(part.getFieldName(), Defect.TOO_LONG);
    } else if (fields.size() < MOST_FIELDS) {
      fields.put(part.getFieldName(), new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /// Returns what is wrong with how much was sent.
  Optional<MalformedNoticeException> defect() {
    return files.defect();
  }

  /// Returns the value of a field; empty if it was not sent. Line ends are those of Unix.
  String field(String name) {
    return fields.getOrDefault(name, "").replace("\r\n", "\n");
  }

  List<NewAttachment> files() {
    return files.all();
  }
}
