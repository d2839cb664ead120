package org.vigie.server.frame.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;
import org.vigie.server.frame.BodyAllowance.Holding;
import org.vigie.server.frame.BodyHold;
import org.vigie.server.frame.FormPart;
import org.vigie.server.frame.FormParts;

/// A form with files, whose parts are read when the first of them is asked for.
final class FormRequest extends DefaultMultipartHttpServletRequest {
  private static final int MOST_PARTS = 60;
  private static final int MOST_FIELD_BYTES = 1 << 16;
  private static final int MOST_TEXT_BYTES = 1 << 18;

  private final Holding holding;
  private final BodyHold hold;
  private final MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
  private final Map<String, List<String>> fields = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private int textBytes;

  /// @param holding where files are held
  FormRequest(HttpServletRequest request, Holding holding) {
    super(request);
    this.holding = holding;
    this.hold = BodyHold.of(request);
  }

  /// A form that cannot be read to its end has no parts at all.
  @Override
  protected void initializeMultipart() {
    setMultipartFiles(new LinkedMultiValueMap<>());
    setMultipartParameters(Map.of());
    setMultipartParameterContentTypes(Map.of());
    try {
      readParts();
    } catch (IOException e) {
      closeFiles();
      throw new MultipartException("the form cannot be read", e);
    } catch (RuntimeException | Error e) {
      closeFiles();
      throw e;
    }
    setMultipartFiles(files);
    setMultipartParameters(values());
    setMultipartParameterContentTypes(types);
  }

  private void closeFiles() {
    files.values().forEach(sent -> sent.forEach(Forms::close));
  }

  private void readParts() throws IOException {
    FormParts parts = FormParts.of(getRequest());
    for (int number = 0; parts.hasNext(); number++) {
      if (number == MOST_PARTS) {
        throw new MultipartException("the form has too many parts");
      }
      read(parts, parts.next());
    }
  }

  private void read(FormParts parts, FormPart part) throws IOException {
    try (InputStream in = part.open()) {
      if (part.isFile()) {
        files.add(part.field(), SentFile.read(part, parts.whole(in), holding, hold));
      } else {
        readField(part, in);
      }
    }
  }

  /// Fields are always in memory, also where files are not.
  private void readField(FormPart part, InputStream in) throws IOException {
    int most = Math.min(MOST_FIELD_BYTES, MOST_TEXT_BYTES - textBytes);
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw BodyRefusedException.fieldTooLarge(part.field(), most);
    }
    textBytes += bytes.length;
    fields
        .computeIfAbsent(part.field(), name -> new ArrayList<>())
        .add(new String(bytes, StandardCharsets.UTF_8));
    types.put(part.field(), String.valueOf(part.contentType()));
  }

  private Map<String, String[]> values() {
    Map<String, String[]> values = new HashMap<>();
    fields.forEach((name, each) -> values.put(name, each.toArray(String[]::new)));
    return values;
  }
}
