package org.vigie.server.evidence.web;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// One sealed object, without its content: its description, custody chain and holds.
///
/// @param belongings the source it was sealed for, and its cases
/// @param leave grants for the law that cover it
/// @param forms the input of the page's forms
public record EvidencePage(
    Frame frame,
    EvidenceObject object,
    List<CaseLinks.Link> belongings,
    Chain chain,
    Holds standing,
    Leave leave,
    Forms forms,
    FormErrors errors)
    implements Page {
  public EvidencePage {
    belongings = List.copyOf(belongings);
  }

  /// The holds in force, as values and in words.
  public record Holds(List<Hold> all, List<HoldRow> rows) {
    public Holds {
      all = List.copyOf(all);
      rows = List.copyOf(rows);
    }
  }

  /// The custody chain.
  ///
  /// @param defect the number of the first changed entry
  public record Chain(List<Entry> entries, OptionalInt defect) {
    public Chain {
      entries = List.copyOf(entries);
    }
  }

  /// Leave to open it: requests pending with a second person, and grants in force.
  public record Leave(List<GrantRows.Row> waiting, List<GrantRows.Row> standing) {
    public Leave {
      waiting = List.copyOf(waiting);
      standing = List.copyOf(standing);
    }

    public boolean isNone() {
      return waiting.isEmpty() && standing.isEmpty();
    }
  }

  /// The input.
  ///
  /// @param mayGrant whether the viewer may ask for leave, place holds, and destroy
  public record Forms(HoldForm hold, AskForm ask, boolean mayGrant) {}

  /// The input of the form that requests leave.
  ///
  /// @param leave why it is wanted
  public record AskForm(String leave, int minutes) {
    static final AskForm EMPTY = new AskForm("", 60);
  }

  /// The input of the form that places a hold.
  public record HoldForm(String source, String reference, String expires) {
    static final HoldForm EMPTY = new HoldForm("", "", "");
  }

  /// A name and its value.
  public record Fact(String name, String value) {}

  /// An entry of the custody chain.
  ///
  /// @param why a line each
  /// @param grant its identifier; empty for acts that need none
  /// @param stored the stored text in the chain
  /// @param hash its beginning
  public record Entry(
      String number,
      String at,
      String act,
      String caller,
      List<CaseLinks.Link> why,
      String grant,
      String stored,
      String hash) {
    public Entry {
      why = List.copyOf(why);
    }
  }

  /// A hold in force.
  public record HoldRow(String source, String reference, String at, String by, String expires) {}

  public String id() {
    return object.id().value().toString();
  }

  public VaultPage.Badge state() {
    return VaultPage.badge(frame, object.state());
  }

  public List<Fact> facts() {
    NewEvidence said = object.description();
    return List.of(
        fact("kind", frame.texts().get("evidence.kind", said.kind())),
        fact("type", said.mediaType()),
        fact("size", frame.texts().number(object.length())),
        fact("sealed-at", frame.texts().time(object.sealedAt())),
        fact("keep-until", frame.texts().time(said.keepUntil())));
  }

  private Fact fact(String key, String value) {
    return new Fact(frame.text("evidence.fact." + key), value);
  }

  /// Returns whether the custody chain is whole.
  public VaultPage.Badge verified() {
    return chain.defect().isEmpty()
        ? new VaultPage.Badge(Tone.GOOD, frame.text("evidence.chain.whole"))
        : new VaultPage.Badge(
            Tone.BAD,
            frame.text("evidence.chain.broken", Integer.toString(chain.defect().getAsInt())));
  }

  /// Returns the holds that can be released.
  public List<Choice> releasable() {
    return standing.all().stream()
        .map(hold ->
            new Choice(hold.id().value().toString(), hold.source() + ", " + hold.reference()))
        .toList();
  }

  /// Returns whether the viewer can have something done with it: it is not destroyed yet.
  public boolean changeable() {
    return forms.mayGrant() && object.state() == EvidenceObject.State.SEALED;
  }

  /// Returns for how long leave can be asked.
  public List<Choice> validities() {
    return HoldForms.MINUTES.stream()
        .map(minutes -> new Choice(
            Integer.toString(minutes), GrantRows.duration(frame, Duration.ofMinutes(minutes))))
        .toList();
  }
}
