package org.vigie.server.hma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.SoughtSignal;

/// The signals of a piece of content, one for each signal type at the most.
public record HashedContent(Map<HmaSignalType, SoughtSignal> signals) {
  public HashedContent {
    signals = Map.copyOf(signals);
  }

  /// Returns the text forms by the words of their types.
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (HmaSignalType type : HmaSignalType.values()) {
      SoughtSignal sought = signals.get(type);
      if (sought != null) {
        texts.put(type.word(), sought.signal().text());
      }
    }
    return texts;
  }

  /// Returns the signals as a bank keeps them.
  public List<MemberSignal> asMember() {
    return signals.values().stream().map(HashedContent::asMember).toList();
  }

  private static MemberSignal asMember(SoughtSignal sought) {
    Signal signal = sought.signal();
    return sought.orientation().isPresent()
        ? new MemberSignal(signal, OptionalInt.of(sought.quality()))
        : MemberSignal.of(signal);
  }
}
