package org.vigie.server.scan.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.scan.lookup.Lookup;

/// Reads the body of a look-up token by token, without a tree between: a thousand signals take
/// less time to read than to find.
final class LookupReader {
  private static final int MOST_BANKS = 100;
  private static final int NO_QUALITY = -1;

  private final SignalTypes types;
  private final String expectedType;
  private @Nullable List<SoughtSignal> signals;
  private @Nullable List<BankName> banks;

  private LookupReader(SignalTypes types) {
    this.types = types;
    this.expectedType = "A type is one of " + String.join(", ", types.ids()) + ".";
  }

  /// @throws ProblemException if it is not a look-up, naming the field
  static Lookup read(byte[] json, SignalTypes types) {
    return StrictJson.read(json, "", reader -> new LookupReader(types).lookup(reader));
  }

  private Lookup lookup(StrictJson json) {
    json.beginObject("A look-up is a JSON object.");
    for (String name = json.nextField(); !name.isEmpty(); name = json.nextField()) {
      switch (name) {
        case "signals" -> {
          json.once(signals == null);
          signals = signals(json);
        }
        case "banks" -> {
          json.once(banks == null);
          banks = banks(json);
        }
        default -> throw json.unknown();
      }
    }
    if (signals == null || signals.isEmpty()) {
      throw ProblemException.ofField("signals", "A look-up has at least one signal.");
    }
    return new Lookup(signals, banks == null ? List.of() : banks);
  }

  private List<SoughtSignal> signals(StrictJson json) {
    List<SoughtSignal> read = new ArrayList<>();
    json.beginArray("This is an array of signals.");
    while (json.nextObject("A signal is an object with type and value.")) {
      if (read.size() == Lookup.MOST_SIGNALS) {
        throw ProblemException.ofField(
            "signals", "A look-up has at most " + Lookup.MOST_SIGNALS + " signals.");
      }
      read.add(new SignalReader(json, read.size()).read());
    }
    return read;
  }

  private static List<BankName> banks(StrictJson json) {
    String expected =
        "This is an array of 1 to " + MOST_BANKS + " names of banks; leave it out to ask all.";
    List<BankName> read = new ArrayList<>();
    json.beginArray(expected);
    while (json.nextText(expected)) {
      if (read.size() == MOST_BANKS) {
        throw ProblemException.ofField("banks", expected);
      }
      read.add(bank(json));
    }
    if (read.isEmpty()) {
      throw ProblemException.ofField("banks", expected);
    }
    return read;
  }

  private static BankName bank(StrictJson json) {
    try {
      return new BankName(json.currentText());
    } catch (IllegalArgumentException e) {
      throw json.refused("A bank is named by capitals, digits and underscores, at most 255.");
    }
  }

  /// Reads one signal, whose fields may come in any order.
  private final class SignalReader {
    private final StrictJson json;
    private final int place;
    private @Nullable SignalType type;
    private @Nullable String value;
    private int quality = NO_QUALITY;

    SignalReader(StrictJson json, int place) {
      this.json = json;
      this.place = place;
    }

    SoughtSignal read() {
      for (String name = json.nextField(); !name.isEmpty(); name = json.nextField()) {
        field(name);
      }
      return sought();
    }

    private void field(String name) {
      switch (name) {
        case "type" -> {
          json.once(type == null);
          type = type();
        }
        case "value" -> {
          json.once(value == null);
          value = json.text("A value is the text form of a signal.");
        }
        case "quality" -> {
          json.once(quality == NO_QUALITY);
          quality = json.number("The quality must be a whole number from 0 to 100.", 0, 100);
        }
        default -> throw json.unknown();
      }
    }

    private SignalType type() {
      return types.find(json.text(expectedType)).orElseThrow(() -> json.refused(expectedType));
    }

    private SoughtSignal sought() {
      if (type == null) {
        throw refused("type", "This field is missing.");
      }
      if (value == null) {
        throw refused("value", "This field is missing.");
      }
      Signal signal = signal(type, value);
      if (quality == NO_QUALITY) {
        return SoughtSignal.of(signal);
      }
      if (type.scale().isExact()) {
        throw refused("quality", "Signals of this type have no quality.");
      }
      return new SoughtSignal(signal, quality, Optional.empty());
    }

    private ProblemException refused(String field, String why) {
      return ProblemException.ofField("signals[" + place + "]." + field, why);
    }

    private Signal signal(SignalType type, String text) {
      try {
        return type.parse(text);
      } catch (MalformedSignalException e) {
        throw refused("value", String.valueOf(e.getMessage()));
      }
    }
  }
}
