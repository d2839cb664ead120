package org.vigie.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// One line of output: named figures of one measurement, rounded to the significant digits.
public final class Figures {
  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Object> figures = new LinkedHashMap<>();

  private Figures() {}

  public static Figures of(String bench, String what) {
    return new Figures().with("bench", bench).with("what", what);
  }

  public Figures with(String name, Object value) {
    figures.put(name, value);
    return this;
  }

  /// Adds a figure with four significant digits.
  public Figures with(String name, double value) {
    int digits = value == 0 ? 0 : 3 - (int) Math.floor(Math.log10(Math.abs(value)));
    double unit = Math.pow(10, digits);
    return with(name, Double.valueOf(Math.round(value * unit) / unit));
  }

  Figures with(Stopwatch.Timing timing) {
    return with("wall_ms", timing.wallMillis())
        .with("cpu_ms", timing.cpuMillis())
        .with("best_wall_ms", timing.bestWallMillis())
        .with("rounds", Integer.valueOf(timing.rounds()));
  }

  public void print(PrintStream out) {
    out.println(json());
    out.flush();
  }

  private String json() {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      for (Map.Entry<String, Object> figure : figures.entrySet()) {
        json.writeFieldName(figure.getKey());
        write(json, figure.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string writer does not fail", e);
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case Double number when number == Math.rint(number) -> json.writeNumber(number.longValue());
      case Double number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(value.toString());
    }
  }
}
