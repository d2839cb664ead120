package org.vigie.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.Map;

/// Rows as JSON objects, one a line.
final class JsonLinesWriter implements RowWriter {
  private final JsonFactory factory = new JsonFactory();
  private final PrintStream out;

  JsonLinesWriter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(Row row) {
    out.print(json(row) + "\n");
    out.flush();
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }

  private String json(Row row) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, Object> cell : row.cells().entrySet()) {
        json.writeObjectField(cell.getKey(), cell.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new AssertionError("writing to a string does not fail", e);
    }
    return text.toString();
  }
}
