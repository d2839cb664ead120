package org.vigie.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.HashList;
import org.vigie.hashlist.HashListDefect;
import org.vigie.hashlist.HashListEntry;
import org.vigie.hashlist.HashListReader;
import org.vigie.hashlist.HashListReading;
import org.vigie.hashlist.MalformedHashListException;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.hashlist.UnusableHashListException;

/// The lists of a scan, all of them or none; this is the edge where their defects become words.
final class HashLists {
  /// The option of the command that mends a defect.
  private static final Map<String, String> OPTIONS = Map.of(
      HashListDefect.BARE_NOT_PDQ.word(), " (--type sha256)",
      HashListDefect.BARE_UNCLEAR.word(), " (--type pdq or --type sha256)");

  private final Console console;
  private final ReadingTerms terms;
  private final HashListReader reader = new HashListReader(SignalTypes.installed());

  HashLists(Console console, ReadingTerms terms) {
    this.console = console;
    this.terms = terms;
  }

  /// Reads all lists; prints their errors and returns none if there are any.
  List<HashList> read(List<Path> files) {
    List<HashList> lists = new ArrayList<>();
    for (Path file : files) {
      try {
        HashList list = computable(reader.read(file, terms));
        tell(list);
        lists.add(list);
      } catch (MalformedHashListException e) {
        tell(e.list(), e.badLines(), e.untold());
      } catch (UnusableHashListException e) {
        tell(e.list() + ": " + e.defect().clause());
      } catch (UncomputableSignalsException e) {
        tell(e.list() + ": no command computes signals of type " + e.types());
      }
    }
    if (lists.size() == files.size()) {
      return lists;
    }
    tell("nothing was scanned");
    return List.of();
  }

  /// A list of signals that are never computed would never match: refused, not ignored.
  private static HashList computable(HashList list) {
    Set<SignalType> known = Set.copyOf(computed());
    Set<String> unknown = new TreeSet<>();
    for (HashListEntry entry : list.entries()) {
      if (!known.contains(entry.signal().type())) {
        unknown.add(entry.signal().type().id());
      }
    }
    if (!unknown.isEmpty()) {
      throw new UncomputableSignalsException(list.name(), String.join(", ", unknown));
    }
    return list;
  }

  private static List<SignalType> computed() {
    List<SignalType> types = new ArrayList<>(EnumSet.allOf(DigestType.class));
    types.add(PdqSignal.TYPE);
    return types;
  }

  /// Prints how a list was read.
  private void tell(HashList list) {
    HashListReading reading = list.reading();
    String form = reading.form().orElseThrow().clause();
    tell(list.name() + ": read as " + form + ", " + counted(list));
    if (list.skipped() > 0) {
      tell(list.name(), reading.badLines(), list.skipped() - reading.badLines().size());
      tell(list.name() + ": " + Summary.count(list.skipped(), "bad line") + " skipped");
    }
    reading
        .leftOut()
        .forEach((kind, count) -> tell(list.name() + ": left out " + kind.clause(count)));
  }

  /// Returns how many values of each type a list has.
  private static String counted(HashList list) {
    Map<String, Long> counts = new TreeMap<>();
    list.entries().forEach(entry -> counts.merge(entry.signal().type().id(), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(each -> Summary.count(each.getValue(), each.getKey() + " value"))
        .collect(Collectors.joining(", "));
  }

  private void tell(String list, List<BadLine> bad, long untold) {
    bad.forEach(each -> tell(list + ":" + each.line() + ": " + each.reason() + option(each)));
    if (untold > 0) {
      tell(list + ": and " + untold + " more");
    }
  }

  private static String option(BadLine bad) {
    return OPTIONS.getOrDefault(bad.flaw().defect(), "");
  }

  private void tell(String line) {
    console.err().println(EscapedText.of(line));
  }
}
