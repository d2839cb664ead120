package org.vigie.server.policy.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// A value of the tree that is being read.
///
/// An unreadable value is a problem, and is replaced by a default so that the reading continues to
/// find the others; no default ever leaves the reader, as it throws at the end.
record Value(YamlNode node, String path, Problems problems) {
  /// Notes a problem with this value.
  void refuse(Defect defect, String reason) {
    problems.add(defect, node.place(), path, reason);
  }

  /// Notes a problem with the text of this value, unless it is no text, which is a problem
  /// already.
  void refuseText(Defect defect, String reason) {
    if (isText()) {
      refuse(defect, reason);
    }
  }

  private boolean isText() {
    return node instanceof YamlNode.Scalar scalar && scalar.tag().equals(Tag.STR);
  }

  /// Returns whether this value has a problem already and cannot be read.
  boolean isUnusable() {
    return node instanceof YamlNode.Unusable;
  }

  /// Returns the text; an empty one if it is unreadable.
  String text() {
    if (node instanceof YamlNode.Scalar scalar && isText()) {
      return scalar.value();
    }
    refuseUnlessSaid(Defect.NOT_A_TEXT, "a text has to stand here; quote it if it is one");
    return "";
  }

  /// Returns the whole number; `least` if it is unreadable.
  int number(int least, int most) {
    if (!(node instanceof YamlNode.Scalar scalar) || !scalar.value().matches("0|-?[1-9][0-9]*")) {
      refuseUnlessSaid(Defect.NOT_A_NUMBER, "a whole number has to stand here");
      return least;
    }
    if (!scalar.tag().equals(Tag.INT)) {
      refuse(Defect.NOT_A_NUMBER, "a number stands without quotes");
      return least;
    }
    boolean fits = scalar.value().length() < 9;
    int number = fits ? Integer.parseInt(scalar.value()) : least - 1;
    if (number < least || number > most) {
      refuse(Defect.OUT_OF_RANGE, "has to be " + least + " to " + most);
      return least;
    }
    return number;
  }

  /// Returns the constant of a word; the first one if it is unreadable.
  <E extends Enum<E>> E word(Class<E> type, Function<E, String> wordOf) {
    E[] constants = type.getEnumConstants();
    String text = text();
    String words = Arrays.stream(constants).map(wordOf).collect(Collectors.joining(", "));
    return Arrays.stream(constants)
        .filter(constant -> wordOf.apply(constant).equals(text))
        .findFirst()
        .orElseGet(() -> {
          refuseText(Defect.UNKNOWN_WORD, "has to be one of: " + words);
          return constants[0];
        });
  }

  /// Returns the items of a list; none if it is unreadable.
  List<Value> items() {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      refuseUnlessSaid(Defect.NOT_A_LIST, "a list has to stand here");
      return List.of();
    }
    return IntStream.range(0, sequence.items().size())
        .mapToObj(i -> new Value(sequence.items().get(i), path + "[" + i + "]", problems))
        .toList();
  }

  /// Returns the fields of a mapping, after refusing every key that does not belong to it.
  Fields fields(Set<String> known) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      refuseUnlessSaid(Defect.NOT_A_MAPPING, "keys and values have to stand here");
      return Fields.unusable(this);
    }
    Fields fields = Fields.of(mapping, this);
    fields.refuseUnknown(known);
    return fields;
  }

  private void refuseUnlessSaid(Defect defect, String reason) {
    if (!isUnusable()) {
      refuse(defect, reason);
    }
  }
}
