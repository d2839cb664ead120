package org.vigie.server.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.report.ClaimCheck;
import org.vigie.server.report.Defect;
import org.vigie.server.report.MalformedNoticeException;
import org.vigie.server.report.NewAttachment;

/// The form as it arrives: its fields and files, read into memory within bounds.
///
/// The body is read to its end whatever is wrong in it, as browsers show no answer that comes
/// before; the defects are told afterwards. The [org.vigie.server.frame.BodyAllowance] of
/// the form bounds the whole.
final class SentForm {
  private static final int MOST_FIELDS = 40;
  /// A text that is too long is shown again up to here, so that it can be shortened.
  private static final int MOST_FIELD_BYTES = 262_144;

  private static final int MOST_HEADER_BYTES = 4_096;

  private final Map<String, String> fields = new HashMap<>();
  private final List<MalformedNoticeException> tooLong = new ArrayList<>();
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
    byte[] bytes = in.readNBytes(MOST_FIELD_BYTES + 1);
    if (bytes.length > MOST_FIELD_BYTES) {
      long length = characters(bytes, bytes.length) + characters(in);
      tooLong.add(new MalformedNoticeException(
          part.getFieldName(),
          Defect.TOO_LONG_TO_KEEP,
          Optional.of(new MalformedNoticeException.Excess(
              length, ClaimCheck.longest(part.getFieldName())))));
    } else if (fields.size() < MOST_FIELDS) {
      fields.put(part.getFieldName(), new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static long characters(InputStream in) throws IOException {
    byte[] some = new byte[8_192];
    long counted = 0;
    for (int read = in.read(some); read >= 0; read = in.read(some)) {
      counted += characters(some, read);
    }
    return counted;
  }

  /// Counts the characters of a part of a text in UTF-8: the bytes that begin one.
  private static long characters(byte[] bytes, int length) {
    return IntStream.range(0, length)
        .filter(index -> (bytes[index] & 0xC0) != 0x80)
        .count();
  }

  /// Returns what is wrong with how much was sent.
  List<MalformedNoticeException> defects() {
    return Stream.concat(tooLong.stream(), files.defect().stream()).toList();
  }

  /// Returns the value of a field; empty if it was not sent. Line ends are those of Unix.
  String field(String name) {
    return fields.getOrDefault(name, "").replace("\r\n", "\n");
  }

  List<NewAttachment> files() {
    return files.all();
  }
}
