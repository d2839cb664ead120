package org.vigie.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.hashlist.HashList;
import org.vigie.hashlist.HashListEntry;
import org.vigie.hashlist.HashListReader;
import org.vigie.hashlist.MalformedHashListException;
import org.vigie.hashlist.UnusableHashListException;

/// The lists of a scan, all of them or none; this is the edge where their defects become words.
final class HashLists {
  private final Console console;
  private final HashListReader reader = new HashListReader(SignalTypes.installed());

  HashLists(Console console) {
    this.console = console;
  }

  /// Reads all lists; prints what is wrong with any and returns none if something is.
  List<HashList> read(List<Path> files) {
    List<HashList> lists = new ArrayList<>();
    for (Path file : files) {
      try {
        lists.add(computable(reader.read(file)));
      } catch (MalformedHashListException e) {
        tell(e);
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

  private void tell(MalformedHashListException e) {
    e.badLines().forEach(bad -> tell(e.list() + ":" + bad.line() + ": " + bad.reason()));
    if (e.untold() > 0) {
      tell(e.list() + ": and " + e.untold() + " more");
    }
  }

  private void tell(String line) {
    console.err().println(EscapedText.of(line));
  }
}
