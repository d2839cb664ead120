package org.vigie.server.hma.hashing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.hma.vocabulary.HmaSignalType;

/// The signals of a piece of content, by type; a photo with too little detail has an empty one.
public record HashedContent(Map<HmaSignalType, Optional<SoughtSignal>> signals) {
  private static final String NONE = "";

  public HashedContent {
    signals = Collections.unmodifiableMap(new EnumMap<>(signals));
  }

  /// Returns the text forms by the words of their types; the empty text, as HMA has it, where
  /// there is no signal.
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    signals.forEach((type, signal) ->
        texts.put(type.word(), signal.map(each -> each.signal().text()).orElse(NONE)));
    return texts;
  }

  /// Returns the signals to be compared.
  ///
  /// @throws org.vigie.server.frame.ProblemException if one is empty: content that was not
  ///     compared must not look like content that was not found
  public Map<HmaSignalType, SoughtSignal> comparable() {
    Map<HmaSignalType, SoughtSignal> all = new EnumMap<>(HmaSignalType.class);
    signals.forEach((type, signal) -> all.put(
        type,
        signal.orElseThrow(() -> HmaProblems.bad("The photo shows too little to have a "
            + type.word() + " signal that can be compared."))));
    return all;
  }

  /// Returns the signals as a bank keeps them.
  ///
  /// @throws org.vigie.server.frame.ProblemException if one is empty
  public List<MemberSignal> asMember() {
    return comparable().values().stream().map(HashedContent::asMember).toList();
  }

  private static MemberSignal asMember(SoughtSignal sought) {
    Signal signal = sought.signal();
    return sought.orientation().isPresent()
        ? new MemberSignal(signal, OptionalInt.of(sought.quality()))
        : MemberSignal.of(signal);
  }
}
