package org.vigie.server.review.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.review.viewing.Veil;
import org.vigie.server.review.web.Past.DecisionRow;

/// One case: the shared content on the left, the facts below, the actions on the right.
///
/// @param standing whether the person may decide, and otherwise why not
/// @param present names of others who have it open
/// @param undoable the decision that the person has just made, here or elsewhere
/// @param within the filter that the next case has to fit
/// @param danger what to do where somebody's life is in danger
/// @param dangers the other cases that wait and in which somebody's life is in danger
public record CasePage(
    Frame frame,
    CaseRow row,
    List<Fact> facts,
    Standing standing,
    List<String> present,
    Evidence evidence,
    Past past,
    DecideForm form,
    FormErrors errors,
    Optional<Undo> undoable,
    Within within,
    Rail rail,
    Optional<DangerBox> danger,
    long dangers)
    implements Page {
  private static final Set<String> FOLDED = Set.of(
      "category",
      "content",
      "countries",
      "account",
      "room",
      "days",
      "ground",
      "reference",
      "unfounded");

  public CasePage {
    facts = List.copyOf(facts);
    present = List.copyOf(present);
  }

  /// Returns the title.
  public String title() {
    return frame.text("review.case.title", row.id());
  }

  /// Returns whether the viewer decides cases; others only read.
  public boolean mayDecide() {
    return Viewer.may(Permission.CASES_DECIDE);
  }

  /// Something about the case.
  public record Fact(String name, String value) {}

  /// Whether the person holds the case.
  ///
  /// @param sentence about the holder, or the decision
  /// @param ended sentences about members that it matched and that have ended
  /// @param judge the form for a lead who judges it again
  /// @param life the decision that counts
  public record Standing(
      boolean mine,
      boolean claimable,
      String sentence,
      List<String> ended,
      Optional<Judge> judge,
      Optional<Life> life) {
    public Standing {
      ended = List.copyOf(ended);
    }

    /// Returns whether the person sees the evidence.
    public boolean sees() {
      return mine || judge.isPresent();
    }
  }

  /// The decision that counts, and what the viewer may do about it.
  ///
  /// @param asked a request to correct it that waits
  /// @param acts what the viewer may ask, each a button
  /// @param needsSecond whether a second person has to agree
  /// @param reason as it was sent, where it was refused
  public record Life(
      String decision,
      DecisionRow row,
      Optional<Asked> asked,
      List<Choice> acts,
      boolean needsSecond,
      String reason) {
    public Life {
      acts = List.copyOf(acts);
    }
  }

  /// The answers of a lead about a decision that is hidden from them.
  public record Judge(String decision, List<Choice> verdicts) {
    public Judge {
      verdicts = List.copyOf(verdicts);
    }
  }

  /// The evidence of the case.
  ///
  /// @param media the sealed media, without snapshots
  /// @param snapshots empty unless the viewer holds the case
  /// @param sealed whether there is sealed evidence, which the holder of the case can see
  public record Evidence(
      List<ScanSource> scans,
      List<NoticeSource> notices,
      Media media,
      List<SnapshotView> snapshots,
      boolean sealed) {
    public Evidence {
      scans = List.copyOf(scans);
      notices = List.copyOf(notices);
      snapshots = List.copyOf(snapshots);
    }

    public boolean isEmpty() {
      return scans.isEmpty() && notices.isEmpty() && !sealed;
    }

    /// Returns whether words are what the case is about: nothing was scanned, and somebody wrote
    /// something.
    public boolean isText() {
      return scans.isEmpty()
          && (media.all().isEmpty()
              || snapshots.stream().anyMatch(snapshot -> !snapshot.thread().isEmpty()));
    }
  }

  /// A message with its thread, its account and its room, as they were.
  ///
  /// @param thread in the order of time
  /// @param since when the account was made, as the messenger says
  public record SnapshotView(
      String takenAt, List<MessageRow> thread, List<Fact> facts, Optional<Instant> since) {
    public SnapshotView {
      thread = List.copyOf(thread);
      facts = List.copyOf(facts);
    }
  }

  /// A message of a thread.
  ///
  /// @param reported whether it is the reported one
  /// @param remarks that it was edited or deleted; may be empty
  public record MessageRow(
      String at, String account, String text, boolean reported, String remarks) {}

  /// A scan and its matches.
  ///
  /// @param seen where others matched the same in the same way: when and where all of them were
  public record ScanSource(
      String id, String at, String room, List<MatchRow> matches, Optional<Seen> seen) {
    public ScanSource {
      matches = List.copyOf(matches);
    }
  }

  /// The same content, seen several times.
  ///
  /// @param sentence how often, first and last
  /// @param sightings those with a scan
  public record Seen(String sentence, List<Sighting> sightings) {
    public Seen {
      sightings = List.copyOf(sightings);
    }
  }

  /// When and where something was seen.
  ///
  /// @param place room, account and message
  public record Sighting(String scan, String at, String place) {}

  /// Media to see or hear.
  ///
  /// @param veil covers it first
  public record Media(Veil veil, List<MediaView> all) {
    public Media {
      all = List.copyOf(all);
    }

    /// Returns whether a rendition is shown first.
    public boolean covers() {
      return veil.blur() > 0;
    }
  }

  /// A sealed medium.
  ///
  /// @param look `image`, `video`, `audio` or `file`
  /// @param seen present if the same was seen several times
  public record MediaView(String address, String look, String label, Optional<Seen> seen) {}

  /// A match of the case's category.
  ///
  /// @param nearness in words for the person concerned
  /// @param known the description of the matched member
  public record MatchRow(
      String bank,
      long member,
      String type,
      String distance,
      String remarks,
      Nearness nearness,
      List<Fact> known) {
    public MatchRow {
      known = List.copyOf(known);
    }
  }

  /// How near the content is to a member.
  ///
  /// @param exact whether it is the same, bit for bit
  public record Nearness(boolean exact, int distance, int radius) {}

  /// The organisation that sent a notice.
  ///
  /// @param address of the page with its status
  public record Sender(String name, String address) {}

  /// Returns whether the viewer may see the members of banks.
  public boolean opensBanks() {
    return frame.navigation().leadsTo("/banks");
  }

  /// Returns whether the viewer may see the status of organisations.
  public boolean opensFlaggers() {
    return frame.navigation().leadsTo("/flaggers");
  }

  /// A notice.
  ///
  /// @param origin the sender in words, without the name of a person
  /// @param sender the organisation that sent it, if one did
  /// @param addresses of the reported content, as they were sent
  public record NoticeSource(
      String at,
      String origin,
      Optional<Sender> sender,
      String ground,
      String explanation,
      List<Answer> answers,
      List<String> addresses) {
    public NoticeSource {
      answers = List.copyOf(answers);
      addresses = List.copyOf(addresses);
    }

    /// An answer to an optional question of the form.
    public record Answer(String question, String text) {}
  }

  /// The form that a case is decided with.
  ///
  /// @param named the measures of the fields, which the button bears
  /// @param waivers the reasons not to look at the media, where one is needed
  /// @param confirmation of a verdict that has to be confirmed a second time
  public record DecideForm(
      VerdictFields fields,
      Offer offer,
      Advice advice,
      NamedMeasures named,
      List<Choice> waivers,
      Optional<Confirmation> confirmation) {
    public DecideForm {
      waivers = List.copyOf(waivers);
    }
  }

  /// Measures as a button bears them.
  ///
  /// @param words `Remove and suspend for 30 days`
  /// @param mark which tells these measures from others
  public record NamedMeasures(String words, String mark) {}

  /// Returns whether the part of the form is open that differs from what the policy recommends.
  public boolean isChanging() {
    return errors.all().stream().anyMatch(error -> FOLDED.contains(error.field()))
        || errors.has("keywords") && form.offer().keywords().own().isEmpty();
  }

  /// The facts to know before deciding.
  ///
  /// @param sentence what the policy recommends
  /// @param why the category, its severity, and how many violations came before
  /// @param cautions sentences
  public record Advice(String sentence, String why, List<Fact> facts, List<String> cautions) {
    public Advice {
      facts = List.copyOf(facts);
      cautions = List.copyOf(cautions);
    }
  }

  /// The second confirmation of a verdict that touches an account or a room that calls for caution.
  ///
  /// @param mark the value that the button sends
  /// @param touched a sentence about each measure
  public record Confirmation(String mark, List<String> cautions, List<String> touched) {
    public Confirmation {
      cautions = List.copyOf(cautions);
      touched = List.copyOf(touched);
    }
  }

  /// The values of the fields of a verdict.
  ///
  /// @param version of the case
  /// @param waiver why the person has not looked at the media; may be empty
  /// @param unfounded the notices that are manifestly unfounded
  public record VerdictFields(
      long version,
      FindingFields finding,
      MeasureFields measures,
      ReasonFields reasons,
      String waiver,
      List<String> unfounded) {
    public VerdictFields {
      unfounded = List.copyOf(unfounded);
    }

    /// Returns the same with other unfounded notices.
    VerdictFields with(List<String> otherUnfounded) {
      return new VerdictFields(version, finding, measures, reasons, waiver, otherUnfounded);
    }
  }

  /// The category that was found, and its keywords.
  public record FindingFields(String category, List<String> keywords) {
    public FindingFields {
      keywords = List.copyOf(keywords);
    }
  }

  /// The measures for content, account and room.
  ///
  /// @param days of a suspension
  /// @param countries in which the measure for content holds
  public record MeasureFields(
      String content, String account, String room, String days, String countries) {}

  /// The reasons that the person concerned is given.
  ///
  /// @param ground `law` or `terms`
  /// @param facts the chosen ones
  public record ReasonFields(
      String ground, String reference, String explanation, List<String> facts) {
    public ReasonFields {
      facts = List.copyOf(facts);
    }

    /// Makes those without a chosen fact.
    ReasonFields(String ground, String reference, String explanation) {
      this(ground, reference, explanation, List.of());
    }
  }

  /// The choices.
  ///
  /// @param account empty if the case has none; `room` likewise
  /// @param notices that may be manifestly unfounded
  /// @param facts to choose for the explanation, in the language of the person concerned
  public record Offer(
      List<Choice> categories,
      KeywordChoices keywords,
      List<Choice> content,
      List<Choice> account,
      List<Choice> room,
      List<Choice> notices,
      List<Choice> facts) {
    public Offer {
      categories = List.copyOf(categories);
      content = List.copyOf(content);
      account = List.copyOf(account);
      room = List.copyOf(room);
      notices = List.copyOf(notices);
      facts = List.copyOf(facts);
    }
  }
}
