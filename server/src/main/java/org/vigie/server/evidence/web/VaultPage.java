package org.vigie.server.evidence.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Pager;
import org.vigie.server.frame.Tone;

/// The objects of the vault, youngest first, without content.
///
/// @param mayGrant whether the viewer may see the grants
public record VaultPage(Frame frame, Filter filter, List<Row> rows, Pager pager, boolean mayGrant)
    implements Page {
  public VaultPage {
    rows = List.copyOf(rows);
  }

  /// The fields of the form above the list.
  ///
  /// @param held `true`, or empty for all
  public record Filter(String kind, String state, String source, String held) {}

  /// One object.
  public record Row(
      String id,
      Moment at,
      String kind,
      List<CaseLinks.Link> source,
      String size,
      String until,
      Badge state) {
    public Row {
      source = List.copyOf(source);
    }
  }

  /// A state in words, with its tone.
  public record Badge(Tone tone, String text) {}

  static Row row(Frame frame, EvidenceObject object, List<CaseLinks.Link> source) {
    return new Row(
        object.id().value().toString(),
        frame.texts().moment(object.sealedAt()),
        frame.texts().get("evidence.kind", object.description().kind()),
        source,
        frame.texts().number(object.length()),
        frame.texts().time(object.description().keepUntil()),
        badge(frame, object.state()));
  }

  static Badge badge(Frame frame, EvidenceObject.State state) {
    return new Badge(
        switch (state) {
          case SEALED -> Tone.GOOD;
          case DESTROYED -> Tone.NEUTRAL;
        },
        frame.texts().get("evidence.state", state));
  }

  public List<Choice> kinds() {
    List<Choice> choices = new ArrayList<>(List.of(any()));
    Arrays.stream(EvidenceKind.values())
        .map(kind -> new Choice(kind.name(), frame.texts().get("evidence.kind", kind)))
        .forEach(choices::add);
    return choices;
  }

  public List<Choice> states() {
    List<Choice> choices = new ArrayList<>(List.of(any()));
    Arrays.stream(EvidenceObject.State.values())
        .map(state -> new Choice(state.name(), frame.texts().get("evidence.state", state)))
        .forEach(choices::add);
    return choices;
  }

  private Choice any() {
    return new Choice("", frame.text("evidence.any"));
  }
}
