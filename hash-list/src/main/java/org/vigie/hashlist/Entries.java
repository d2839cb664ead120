package org.vigie.hashlist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;

/// Passes on the entries of a list as they are read, and keeps its first defects.
final class Entries {
  private static final char REPLACEMENT = '\uFFFD';

  private final SignalTypes types;
  private final ReadingTerms terms;
  private final Consumer<HashListEntry> sink;
  private final int told;
  private final BareValues bare = new BareValues();
  private final List<BadLine> bad = new ArrayList<>();
  private final List<BadLine> wrongWithAll = new ArrayList<>();
  private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
  private @Nullable ListForm form;
  private long entryCount;
  private long lineCount;
  private long badCount;

  /// @param told the number of defects to keep
  Entries(SignalTypes types, ReadingTerms terms, Consumer<HashListEntry> sink, int told) {
    this.types = types;
    this.terms = terms;
    this.sink = sink;
    this.told = told;
  }

  /// Returns the type of values of 64 digits without a type: the caller's choice, else PDQ.
  String typeOfBareValues() {
    return terms.bareType().map(SignalType::id).orElse(PdqSignal.TYPE.id());
  }

  /// The text of a signal.
  record Written(String type, String value) {}

  /// Ends the reading: judges the list as a whole.
  HashListReading end() {
    bare.doubt().ifPresent(doubt -> refuseAll(doubt.line(), doubt.flaw()));
    long limit = SkipLimit.of(lineCount, badCount);
    if (terms.skipBadLines() && wrongWithAll.isEmpty() && lineCount > 0 && badCount > limit) {
      refuseAll(bad.getFirst().line(), HashListDefect.TOO_MANY_TO_SKIP.of(badCount, limit));
    }
    List<BadLine> all = new ArrayList<>(wrongWithAll);
    bad.stream().limit(told - all.size()).forEach(all::add);
    return new HashListReading(
        Optional.ofNullable(form),
        entryCount,
        lineCount,
        all,
        badCount + wrongWithAll.size(),
        !wrongWithAll.isEmpty(),
        leftOut);
  }

  /// Says which form the list has.
  void recognise(ListForm recognised) {
    form = recognised;
  }

  /// Returns the number of bad lines so far.
  long badCount() {
    return badCount;
  }

  void refuse(long line, Flaw flaw) {
    badCount++;
    if (bad.size() < told) {
      bad.add(new BadLine(line, flaw));
    }
  }

  /// Notes that something is wrong with the whole list: nothing of it can be used, even if bad
  /// lines are skipped.
  void refuseAll(long line, Flaw flaw) {
    if (wrongWithAll.size() < told) {
      wrongWithAll.add(new BadLine(line, flaw));
    }
  }

  /// Refuses a line that was not UTF-8; returns whether it did.
  boolean refuseUnlessText(long line, String text) {
    if (text.indexOf(REPLACEMENT) < 0) {
      return false;
    }
    refuse(line, HashListDefect.NOT_UTF_8.of());
    return true;
  }

  /// Counts content that is left out on purpose.
  void leaveOut(LeftOut kind) {
    leftOut.merge(kind, 1L, Long::sum);
  }

  /// Adds a value of 64 digits that names no type.
  void addBare(long line, String value) {
    if (terms.bareType().isPresent()) {
      add(line, terms.bareType().get().id(), value, "", Remarks.NONE);
      return;
    }
    try {
      PdqSignal signal = PdqSignal.parse(value);
      bare.add(line, signal);
      pass(line, List.of(signal), "", Remarks.NONE);
    } catch (MalformedSignalException e) {
      refuse(
          line,
          HashListDefect.notASignal(PdqSignal.TYPE.id(), value, String.valueOf(e.getMessage())));
    }
  }

  /// Adds an entry, or records its defect.
  ///
  /// @param member empty if the list gives none
  void add(long line, String typeId, String value, String member, Remarks remarks) {
    addAll(line, List.of(new Written(typeId, value)), member, remarks);
  }

  /// Adds the signals of one line, all of one content, or records their defect.
  ///
  /// @param member empty if the list gives none
  void addAll(long line, List<Written> written, String member, Remarks remarks) {
    List<Signal> signals = new ArrayList<>(written.size());
    for (Written each : written) {
      Optional<Signal> signal = parse(line, each);
      if (signal.isEmpty()) {
        return;
      }
      signals.add(signal.get());
    }
    pass(line, signals, member, remarks);
  }

  /// Returns the signal, or refuses the line.
  private Optional<Signal> parse(long line, Written written) {
    Optional<SignalType> type = types.find(written.type());
    if (type.isEmpty()) {
      refuse(line, HashListDefect.UNKNOWN_SIGNAL_TYPE.of(String.join(", ", types.ids())));
      return Optional.empty();
    }
    try {
      Signal signal = type.get().parse(written.value());
      if (signal instanceof PdqSignal pdq && !pdq.isOfSomePicture()) {
        refuse(line, HashListDefect.NOT_PDQ.of());
        return Optional.empty();
      }
      return Optional.of(signal);
    } catch (MalformedSignalException e) {
      String reason = String.valueOf(e.getMessage());
      refuse(line, HashListDefect.notASignal(written.type(), written.value(), reason));
      return Optional.empty();
    }
  }

  private void pass(long line, List<Signal> signals, String member, Remarks remarks) {
    boolean named = !member.isEmpty();
    String name = named ? member : "line-" + line;
    for (Signal signal : signals) {
      sink.accept(new HashListEntry(line, signal, name, named, remarks, signals.getFirst()));
      entryCount++;
    }
    lineCount++;
  }
}
