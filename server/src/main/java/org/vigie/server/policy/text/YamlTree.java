package org.vigie.server.policy.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// Builds the tree of a YAML text from the events of the parser.
///
/// A catalogue needs no anchors, aliases and tags, so they are problems; without aliases a text
/// cannot grow while it is read.
final class YamlTree {
  private static final int MAX_DEPTH = 8;
  private static final CoreScalarResolver RESOLVER = new CoreScalarResolver(false);

  private final ParserImpl events;
  private final Problems problems;

  private YamlTree(ParserImpl events, Problems problems) {
    this.events = events;
    this.problems = problems;
  }

  /// Reads a text of printable characters. Reading ends at the first place that is not YAML; the
  /// problems before it stay collected.
  static YamlNode read(String text, Problems problems) {
    // A buffer for the whole text: with less, version 2.10 of the parser fails if a character of
    // two UTF-16 units crosses its end.
    LoadSettings settings = LoadSettings.builder()
        .setCodePointLimit(Integer.MAX_VALUE)
        .setBufferSize(text.length() + 2)
        .build();
    ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text));
    try {
      return new YamlTree(events, problems).document();
    } catch (MarkedYamlEngineException e) {
      problems.add(Defect.YAML_SYNTAX, place(e.getProblemMark()), "", "not YAML: " + reason(e));
    } catch (YamlEngineException e) {
      problems.add(Defect.YAML_SYNTAX, Place.START, "", "not YAML 1.2");
    }
    return new YamlNode.Unusable(Place.START);
  }

  private YamlNode document() {
    events.next(); // the stream starts
    if (events.checkEvent(Event.ID.StreamEnd)) {
      problems.add(Defect.EMPTY, Place.START, "", "the text holds nothing");
      return new YamlNode.Unusable(Place.START);
    }
    events.next(); // the document starts
    YamlNode root = node("", 0);
    events.next(); // the document ends
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      Place second = place(events.peekEvent().getStartMark());
      problems.add(Defect.SEVERAL_DOCUMENTS, second, "", "a catalogue is one YAML document");
    }
    return root;
  }

  private YamlNode node(String path, int depth) {
    Event event = events.next();
    Place place = place(event.getStartMark());
    if (event instanceof AliasEvent) {
      problems.add(Defect.ALIAS, place, path, "aliases (*name) are not accepted");
      return new YamlNode.Unusable(place);
    }
    refuseAnchor((NodeEvent) event, place, path);
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, place, path);
      case CollectionStartEvent start when depth == MAX_DEPTH -> tooDeep(place, path);
      case MappingStartEvent start -> mapping(start, place, path, depth);
      case SequenceStartEvent start -> sequence(start, place, path, depth);
      default -> throw new IllegalStateException("the parser gave a node of an unknown kind");
    };
  }

  private void refuseAnchor(NodeEvent event, Place place, String path) {
    if (event.getAnchor().isPresent()) {
      problems.add(Defect.ANCHOR, place, path, "anchors (&name) are not accepted");
    }
  }

  private void refuseTag(Optional<String> tag, Place place, String path) {
    if (tag.isPresent()) {
      problems.add(Defect.TAG, place, path, "tags (!name) are not accepted");
    }
  }

  private YamlNode scalar(ScalarEvent event, Place place, String path) {
    refuseTag(event.getTag(), place, path);
    Tag tag = event.isPlain() ? RESOLVER.resolve(event.getValue(), true) : Tag.STR;
    return new YamlNode.Scalar(place, event.getValue(), tag);
  }

  /// Ends the reading: only an attacker nests like this.
  private YamlNode tooDeep(Place place, String path) {
    problems.add(Defect.TOO_DEEP, place, path, "nothing in a catalogue is nested this deeply");
    problems.throwIfAny();
    return new YamlNode.Unusable(place);
  }

  /// Skips the node that an event begins.
  private void skip(Event start) {
    int open = start instanceof CollectionStartEvent ? 1 : 0;
    while (open > 0) {
      Event event = events.next();
      if (event instanceof CollectionStartEvent) {
        open++;
      } else if (event.getEventId() == Event.ID.MappingEnd
          || event.getEventId() == Event.ID.SequenceEnd) {
        open--;
      }
    }
  }

  private YamlNode mapping(MappingStartEvent start, Place place, String path, int depth) {
    refuseTag(start.getTag(), place, path);
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      entry(entries, path, depth);
    }
    events.next();
    return new YamlNode.Mapping(place, entries);
  }

  private void entry(Map<String, YamlNode.Entry> entries, String path, int depth) {
    Event key = events.next();
    Place place = place(key.getStartMark());
    if (!(key instanceof ScalarEvent scalar) || isNothing(scalar)) {
      problems.add(Defect.KEY_NOT_TEXT, place, path, "a key is a single word");
      skip(key);
      skip(events.next());
      return;
    }
    String inside = join(path, scalar.getValue());
    refuseAnchor(scalar, place, inside);
    refuseTag(scalar.getTag(), place, inside);
    YamlNode value = node(inside, depth + 1);
    YamlNode.Entry earlier =
        entries.putIfAbsent(scalar.getValue(), new YamlNode.Entry(place, value));
    if (earlier != null) {
      problems.add(
          Defect.DUPLICATE_KEY,
          place,
          inside,
          "this key is there already, on line " + earlier.keyPlace().line());
    }
  }

  private static boolean isNothing(ScalarEvent key) {
    return key.isPlain() && key.getValue().isEmpty();
  }

  private YamlNode sequence(SequenceStartEvent start, Place place, String path, int depth) {
    refuseTag(start.getTag(), place, path);
    List<YamlNode> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(path + "[" + items.size() + "]", depth + 1));
    }
    events.next();
    return new YamlNode.Sequence(place, items);
  }

  /// Returns the path of the value of a key.
  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static Place place(Optional<Mark> mark) {
    return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1)).orElse(Place.START);
  }

  private static String reason(MarkedYamlEngineException e) {
    String context = e.getContext();
    return context == null ? e.getProblem() : context + ", " + e.getProblem();
  }
}
