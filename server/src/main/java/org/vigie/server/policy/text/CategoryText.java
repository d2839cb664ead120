package org.vigie.server.policy.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.connector.Surface;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Resemblance;

/// Changes one category in the text of a catalogue, word by word: the rest of the text, with its
/// comments and its order, stays as it is.
///
/// The new text is read again. Unless exactly the wanted fields are different, nothing is changed.
public final class CategoryText {
  private static final PolicyRevision ANY = new PolicyRevision(1);

  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  private CategoryText(String text) {
    this.text = text;
  }

  /// A part of the text and its replacement.
  private record Edit(int from, int until, String words) {}

  /// Returns a text with a changed category; empty if its form allows no such change, and somebody
  /// has to edit the text.
  ///
  /// @param text of a catalogue
  /// @throws MalformedPolicyException if it is none
  public static Optional<String> with(String text, CategoryKey key, CategoryChange change) {
    PolicyCatalogue before = PolicyReader.read(text, ANY);
    return find(YamlTree.read(text, new Problems()), key)
        .flatMap(category -> new CategoryText(text).changed(category, change))
        .filter(after -> isOnlyDifferentAsWanted(before, after, key, change));
  }

  private static boolean isOnlyDifferentAsWanted(
      PolicyCatalogue before, String after, CategoryKey key, CategoryChange change) {
    List<Category> wanted = before.categories().stream()
        .map(each -> each.key().equals(key) ? change.appliedTo(each) : each)
        .toList();
    try {
      return PolicyReader.read(after, ANY)
          .equals(new PolicyCatalogue(ANY, wanted, before.clocks(), before.review()));
    } catch (MalformedPolicyException _) {
      return false;
    }
  }

  private static Optional<YamlNode.Mapping> find(YamlNode root, CategoryKey key) {
    return items(root, "categories")
        .flatMap(general -> Stream.concat(Stream.of(general), items(general, "narrower")))
        .filter(category -> value(category, "key").filter(key.value()::equals).isPresent())
        .filter(YamlNode.Mapping.class::isInstance)
        .map(YamlNode.Mapping.class::cast)
        .findFirst();
  }

  private static Stream<YamlNode> items(YamlNode parent, String name) {
    return entry(parent, name)
        .map(YamlNode.Entry::value)
        .filter(YamlNode.Sequence.class::isInstance)
        .stream()
        .flatMap(list -> ((YamlNode.Sequence) list).items().stream());
  }

  private static Optional<YamlNode.Entry> entry(YamlNode parent, String name) {
    return parent instanceof YamlNode.Mapping mapping
        ? Optional.ofNullable(mapping.entries().get(name))
        : Optional.empty();
  }

  private static Optional<String> value(YamlNode parent, String name) {
    return entry(parent, name)
        .map(YamlNode.Entry::value)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(scalar -> ((YamlNode.Scalar) scalar).value());
  }

  private Optional<String> changed(YamlNode.Mapping category, CategoryChange change) {
    Optional<YamlNode.Entry> measures = entry(category, "measures");
    boolean possible = replaced(category, "severity", change.severity().word())
        && measures.isPresent()
        && Stream.of(Surface.values())
            .allMatch(surface -> replaced(
                measures.get().value(),
                surface.word(),
                Objects.requireNonNull(change.measures().get(surface)).word()))
        && confirmed(category, Resemblance.IDENTICAL, change.exact())
        && confirmed(category, Resemblance.SIMILAR, change.perceptual());
    return possible ? Optional.of(applied()) : Optional.empty();
  }

  private String applied() {
    StringBuilder words = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::from).reversed())
        .forEach(edit -> words.replace(edit.from(), edit.until(), edit.words()));
    return words.toString();
  }

  /// Replaces the value of a key, unless it is the same. Returns false if it cannot.
  private boolean replaced(YamlNode parent, String name, String word) {
    return entry(parent, name)
        .map(YamlNode.Entry::value)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .filter(scalar -> scalar.value().equals(word) || replaced(scalar, word))
        .isPresent();
  }

  private boolean replaced(YamlNode.Scalar scalar, String word) {
    int from = offset(scalar.place());
    boolean quoted = from < text.length() && "\"'".indexOf(text.charAt(from)) >= 0;
    int begin = quoted ? from + 1 : from;
    int end = begin + scalar.value().length();
    boolean found = text.startsWith(scalar.value(), begin)
        && (!quoted || text.startsWith(text.substring(from, begin), end));
    if (found) {
      edits.add(new Edit(begin, end, word));
    }
    return found;
  }

  /// Sets whether a match acts at once: the key is optional, and so is what it stands in.
  private boolean confirmed(YamlNode.Mapping category, Resemblance how, Confirmation wanted) {
    Optional<YamlNode.Entry> all = entry(category, "confirmation");
    if (all.flatMap(each -> entry(each.value(), how.word())).isPresent()) {
      return replaced(all.get().value(), how.word(), wanted.word());
    }
    if (wanted == Confirmation.HUMAN) {
      return true;
    }
    String words = how.word() + ": " + wanted.word();
    return all.map(each -> added(each.value(), words))
        .orElseGet(() -> addedAfterSeverity(category, words));
  }

  private boolean added(YamlNode confirmation, String words) {
    if (!(confirmation instanceof YamlNode.Mapping mapping) || mapping.entries().isEmpty()) {
      return false;
    }
    int from = offset(mapping.entries().values().iterator().next().keyPlace());
    int begin = offset(mapping.place());
    boolean inBraces = text.startsWith("{", begin);
    edits.add(new Edit(from, from, words + (inBraces ? ", " : "\n" + indent(from))));
    return true;
  }

  /// Adds one line, or to it if the other kind of match was added before.
  private boolean addedAfterSeverity(YamlNode.Mapping category, String words) {
    YamlNode.Entry severity = entry(category, "severity").orElseThrow();
    int key = offset(severity.keyPlace());
    int lineEnd = text.indexOf('\n', key);
    boolean block = indent(key).equals(text.substring(lineStart(key), key).replace('-', ' '));
    if (!block || lineEnd < 0) {
      return false;
    }
    Optional<Edit> earlier = edits.stream()
        .filter(edit -> edit.from() == lineEnd && edit.until() == lineEnd)
        .findFirst();
    earlier.ifPresent(edits::remove);
    String line = earlier
        .map(edit -> edit.words().replace("}", ", " + words + "}"))
        .orElseGet(() -> "\n" + indent(key) + "confirmation: {" + words + "}");
    edits.add(new Edit(lineEnd, lineEnd, line));
    return true;
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /// Returns the spaces before a place in its line.
  private String indent(int offset) {
    return " ".repeat(offset - lineStart(offset));
  }

  /// Returns the index of a place. A text with other line ends than `\n` gives a wrong one, with
  /// which the changed text is not as wanted.
  private int offset(Place place) {
    int start = 0;
    for (int line = 1; line < place.line(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    int columns = place.column() - 1;
    return text.codePointCount(start, text.length()) < columns
        ? text.length()
        : text.offsetByCodePoints(start, columns);
  }
}
