package org.vigie.server.bank.file;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.hashlist.EntryStatus;
import org.vigie.hashlist.Flaw;
import org.vigie.hashlist.HashListDefect;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.frame.DuplicateFieldException;
import org.vigie.server.frame.Json;
import org.vigie.server.frame.UniqueFields;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads members as JSON, one object at a time; `docs/formats/bank-members.md` is the
/// specification.
final class JsonMembers {
  private static final int LONGEST_TEXT = 1_000_000;
  private static final JsonMapper JSON = Json.boundedMapper(
      StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build());
  private static final Set<String> FIELDS =
      Set.of("member", "source", "category", "status", "note", "metadata", "signals");
  private static final Set<String> SIGNAL_FIELDS = Set.of("type", "value", "quality");

  private final SignalTypes types;
  private final Consumer<ImportRow> rows;
  private final Defects defects;
  private long line = 1;

  JsonMembers(SignalTypes types, Consumer<ImportRow> rows, Defects defects) {
    this.types = types;
    this.rows = rows;
    this.defects = defects;
  }

  /// Ends the reading of one member, which has a defect.
  private static final class Wrong extends RuntimeException {
    private final transient Flaw flaw;

    private Wrong(Flaw flaw) {
      super(flaw.reason(), null, false, false);
      this.flaw = flaw;
    }
  }

  void read(InputStream bytes) {
    try (BoundedMembers members = new BoundedMembers(JSON.createParser(bytes));
        JsonParser parser = new UniqueFields(members)) {
      JsonToken token = parser.nextToken();
      boolean array = token == JsonToken.START_ARRAY;
      token = array ? parser.nextToken() : token;
      for (; token == JsonToken.START_OBJECT; token = parser.nextToken()) {
        line = parser.currentTokenLocation().getLineNr();
        members.beginMember();
        readMember(parser.readValueAsTree());
      }
      if (array ? token != JsonToken.END_ARRAY || parser.nextToken() != null : token != null) {
        line = parser.currentTokenLocation().getLineNr();
        defects.breakAll(line, MemberDefect.NOT_AN_OBJECT.of());
      }
    } catch (BoundedMembers.MemberTooLargeException e) {
      defects.breakAll(
          line,
          MemberDefect.MEMBER_TOO_LARGE.of(BoundedMembers.MOST_BYTES, BoundedMembers.MOST_TOKENS));
    } catch (DuplicateFieldException e) {
      defects.breakAll(line, HashListDefect.FIELD_TWICE.of());
    } catch (JacksonException e) {
      defects.breakAll(line, MemberDefect.NOT_JSON.of());
    }
  }

  private void readMember(JsonNode member) {
    try {
      onlyFields(member, FIELDS);
      List<MemberSignal> signals = signals(member.path("signals"));
      MemberDescription description = description(member, signals);
      Optional<MemberStatus> status = status(text(member, "status"));
      for (MemberSignal each : signals) {
        rows.accept(new ImportRow(line, each.signal(), each.quality(), description, status));
      }
    } catch (Wrong e) {
      defects.add(line, e.flaw);
    }
  }

  private static MemberDescription description(JsonNode member, List<MemberSignal> signals) {
    String reference = text(member, "member");
    JsonNode metadata = member.path("metadata");
    if (!metadata.isMissingNode() && !metadata.isObject()) {
      throw new Wrong(MemberDefect.METADATA_NOT_AN_OBJECT.of());
    }
    return new MemberDescription(
        reference.isEmpty() ? MemberFileReader.referenceOf(signals.getFirst().signal()) : reference,
        text(member, "source"),
        text(member, "category"),
        text(member, "note"),
        metadata.isObject() ? Optional.of(metadata.toString()) : Optional.empty());
  }

  private List<MemberSignal> signals(JsonNode signals) {
    if (!signals.isArray() || signals.isEmpty()) {
      throw new Wrong(MemberDefect.NO_SIGNALS.of());
    }
    List<MemberSignal> read = new ArrayList<>();
    for (JsonNode signal : signals) {
      read.add(signal(signal));
    }
    return read;
  }

  private MemberSignal signal(JsonNode signal) {
    if (!signal.isObject()) {
      throw new Wrong(MemberDefect.SIGNAL_NOT_AN_OBJECT.of());
    }
    onlyFields(signal, SIGNAL_FIELDS);
    SignalType type = types
        .find(text(signal, "type"))
        .orElseThrow(
            () -> new Wrong(HashListDefect.UNKNOWN_SIGNAL_TYPE.of(String.join(", ", types.ids()))));
    String value = text(signal, "value");
    try {
      Signal parsed = type.parse(value);
      if (parsed instanceof PdqSignal pdq && !pdq.isOfSomePicture()) {
        throw new Wrong(HashListDefect.NOT_PDQ.of());
      }
      return new MemberSignal(parsed, quality(signal.path("quality")));
    } catch (MalformedSignalException e) {
      throw new Wrong(HashListDefect.notASignal(type.id(), value, String.valueOf(e.getMessage())));
    }
  }

  private static OptionalInt quality(JsonNode quality) {
    if (quality.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!quality.isInt() || quality.intValue() < 0 || quality.intValue() > 100) {
      throw new Wrong(HashListDefect.BAD_QUALITY.of());
    }
    return OptionalInt.of(quality.intValue());
  }

  private static Optional<MemberStatus> status(String word) {
    if (!word.isEmpty() && EntryStatus.of(word).isEmpty()) {
      throw new Wrong(HashListDefect.UNKNOWN_STATUS.of(EntryStatus.words()));
    }
    return EntryStatus.of(word).map(status -> MemberStatus.valueOf(status.name()));
  }

  private static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode()) {
      return "";
    }
    if (!value.isString()) {
      throw new Wrong(MemberDefect.NOT_A_TEXT.of(field));
    }
    return value.stringValue();
  }

  private static void onlyFields(JsonNode object, Set<String> known) {
    if (!known.containsAll(object.propertyNames())) {
      throw new Wrong(MemberDefect.UNKNOWN_FIELD.of(
          String.join(", ", known.stream().sorted().toList())));
    }
  }
}
