package org.vigie.server.frame;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.jspecify.annotations.Nullable;

/// One part of a form with files, while [FormParts] is at it.
public final class FormPart {
  private final FileItemStream part;

  FormPart(FileItemStream part) {
    this.part = part;
  }

  /// Reading from the form, by the means of Tomcat.
  interface Reading<T> {
    T read() throws IOException;
  }

  /// @throws MalformedFormException where Tomcat finds that the body is no form
  static <T> T reading(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (MalformedStreamException | FileUploadException | FileUploadIOException e) {
      throw new MalformedFormException(e);
    }
  }

  /// Returns the name of its field.
  public String field() {
    return part.getFieldName();
  }

  /// Returns whether it is a file; else it is the value of a field.
  public boolean isFile() {
    return !part.isFormField();
  }

  /// Returns the name of the file as it was sent. Returns empty for a name with a NUL.
  public Optional<String> fileName() {
    try {
      return Optional.ofNullable(part.getName());
    } catch (InvalidFileNameException _) {
      return Optional.empty();
    }
  }

  public @Nullable String contentType() {
    return part.getContentType();
  }

  /// Opens its content, once. Closing the stream reads it to its end.
  public InputStream open() throws IOException {
    return new Content(part.openStream());
  }

  /// The bytes of the part.
  private static final class Content extends FilterInputStream {
    private Content(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return reading(in::read);
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
      return reading(() -> in.read(bytes, from, most));
    }

    @Override
    public long skip(long count) throws IOException {
      return reading(() -> in.skip(count));
    }

    @Override
    public void close() throws IOException {
      reading(() -> {
        in.close();
        return this;
      });
    }
  }
}
