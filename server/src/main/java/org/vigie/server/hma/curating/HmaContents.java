package org.vigie.server.hma.curating;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.hma.vocabulary.HmaProblems;

/// The content of banks as HMA manages it: a member with its signals. Deleted content is
/// withdrawn here, and does not exist for HMA's callers.
public final class HmaContents {
  private static final int LONGEST_NOTE = 255;
  private static final String SOURCE = "HMA interface";

  private final HmaBanks banks;
  private final Members members;
  private final InstantSource clock;

  HmaContents(HmaBanks banks, Members members, InstantSource clock) {
    this.banks = banks;
    this.members = members;
    this.clock = clock;
  }

  /// The caller's description of content.
  ///
  /// @param metadata a JSON object
  public record About(Optional<String> metadata, Optional<String> note) {}

  /// The changes of an edit; an empty field stays.
  ///
  /// @param disableUntil as [DisableUntil] reads it
  public record Edit(OptionalLong disableUntil, Optional<String> note) {}

  /// Adds content to a bank.
  ///
  /// @param signals at least one
  public Member add(String bank, List<MemberSignal> signals, About about, Caller caller) {
    Bank home = banks.get(bank);
    if (signals.isEmpty()) {
      throw HmaProblems.bad("Send at least one signal.");
    }
    MemberDescription description =
        new MemberDescription("", SOURCE, "", note(about.note()), about.metadata());
    return members.add(home.id(), signals, description, caller);
  }

  private static String note(Optional<String> note) {
    String text = note.orElse("");
    if (text.codePointCount(0, text.length()) > LONGEST_NOTE) {
      throw HmaProblems.bad("A note has at most " + LONGEST_NOTE + " characters.");
    }
    return text;
  }

  /// Returns content of a bank.
  ///
  /// @throws org.vigie.server.frame.ProblemException with the status 404 if the bank has none
  public Member get(String bank, long id) {
    return find(bank, id)
        .orElseThrow(() -> HmaProblems.notFound("The bank has no content of this number."));
  }

  private Optional<Member> find(String bank, long id) {
    Bank home = banks.get(bank);
    return members
        .find(new MemberId(id))
        .filter(member -> member.bank().equals(home.id()))
        .filter(member -> member.status() != MemberStatus.WITHDRAWN);
  }

  /// Changes content.
  public Member edit(String bank, long id, Edit edit, Caller caller) {
    Member member = get(bank, id);
    String note = note(edit.note());
    if (edit.disableUntil().isPresent()) {
      Optional<Instant> until =
          DisableUntil.moment(edit.disableUntil().getAsLong(), clock.instant());
      members.disable(member.id(), until, caller);
    }
    if (edit.note().isPresent()) {
      members.describe(member.id(), member.description().withNote(note), caller);
    }
    return get(bank, id);
  }

  /// Withdraws content.
  ///
  /// @return 1; 0 if the bank has none of this number
  /// @throws org.vigie.server.frame.ProblemException with the status 404 if there is no bank
  public int delete(String bank, long id, Caller caller) {
    Optional<Member> member = find(bank, id);
    member.ifPresent(each -> members.change(
        each.id(), StatusChange.of(MemberStatus.WITHDRAWN, "deleted by " + SOURCE), caller));
    return member.isPresent() ? 1 : 0;
  }
}
