package org.vigie.server.bank.file;

import java.io.OutputStream;
import org.vigie.hashlist.EntryStatus;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.frame.Json;
import org.vigie.server.frame.SpreadsheetCsv;
import tools.jackson.core.JsonGenerator;

/// Writes members as files that an import reads back to the same.
public abstract sealed class MemberFileWriter implements AutoCloseable {
  /// Begins a file.
  ///
  /// @param bytes stays open
  public static MemberFileWriter to(OutputStream bytes, ImportForm form) {
    return switch (form) {
      case HASH_LIST -> new CsvFile(bytes);
      case JSON -> new JsonFile(bytes);
    };
  }

  /// Writes a member.
  public abstract void write(Member member);

  /// Ends the file.
  @Override
  public abstract void close();

  private static String status(Member member) {
    return EntryStatus.valueOf(member.status().name()).word();
  }

  private static final class CsvFile extends MemberFileWriter {
    private final SpreadsheetCsv rows;

    CsvFile(OutputStream bytes) {
      rows = new SpreadsheetCsv(
          bytes,
          "signal_type",
          "value",
          "member",
          "category",
          "source",
          "status",
          "quality",
          "note",
          "metadata");
    }

    @Override
    public void write(Member member) {
      for (MemberSignal each : member.signals()) {
        rows.row(
            each.signal().type().id(),
            each.signal().text(),
            member.description().reference(),
            member.description().category(),
            member.description().source(),
            status(member),
            each.quality().isPresent() ? Integer.toString(each.quality().getAsInt()) : "",
            member.description().note(),
            member.description().metadata().orElse(""));
      }
    }

    @Override
    public void close() {
      rows.flush();
    }
  }

  private static final class JsonFile extends MemberFileWriter {
    private final JsonGenerator json;

    JsonFile(OutputStream bytes) {
      json = Json.mapper().createGenerator(bytes);
      json.writeStartArray();
    }

    @Override
    public void write(Member member) {
      json.writeRaw("\n");
      json.writeStartObject();
      json.writeStringProperty("member", member.description().reference());
      optional("category", member.description().category());
      optional("source", member.description().source());
      json.writeStringProperty("status", status(member));
      optional("note", member.description().note());
      member.description().metadata().ifPresent(metadata -> {
        json.writeName("metadata");
        json.writeRawValue(metadata);
      });
      json.writeArrayPropertyStart("signals");
      member.signals().forEach(this::write);
      json.writeEndArray();
      json.writeEndObject();
    }

    private void write(MemberSignal each) {
      json.writeStartObject();
      json.writeStringProperty("type", each.signal().type().id());
      json.writeStringProperty("value", each.signal().text());
      if (each.quality().isPresent()) {
        json.writeNumberProperty("quality", each.quality().getAsInt());
      }
      json.writeEndObject();
    }

    private void optional(String field, String value) {
      if (!value.isEmpty()) {
        json.writeStringProperty(field, value);
      }
    }

    @Override
    public void close() {
      json.writeEndArray();
      json.flush();
    }
  }
}
