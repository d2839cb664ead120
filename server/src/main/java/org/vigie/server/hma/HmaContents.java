package org.vigie.server.hma;

import java.time.Duration;
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

/// The content of banks as HMA manages it: a member with its signals; what was deleted is
/// withdrawn here, and is not there for HMA's callers.
public final class HmaContents {
  private static final int LONGEST_NOTE = 255;
  private static final Duration FURTHEST = Duration.ofDays(5 * 365L + 2);
  private static final String SOURCE = "HMA interface";

  private final HmaBanks banks;
  private final Members members;
  private final InstantSource clock;

  HmaContents(HmaBanks banks, Members members, InstantSource clock) {
    this.banks = banks;
    this.members = members;
    this.clock = clock;
  }

  /// What a caller says about content.
  ///
  /// @param metadata a JSON object
  public record About(Optional<String> metadata, Optional<String> note) {}

  /// What is to change; what is empty stays.
  ///
  /// @param disableUntil seconds since 1970; 0 or past to let it match again
  public record Edit(OptionalLong disableUntil, Optional<String> note) {}

  /// Adds content to a bank.
  ///
  /// @param signals at least one
  public Member add(String bank, List<MemberSignal> signals, About about, Caller caller) {
    Bank home = banks.get(bank);
    if (signals.isEmpty()) {
      throw HmaProblems.bad("The content has no signal that could be found again.");
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
    Bank home = banks.get(bank);
    return members
        .find(new MemberId(id))
        .filter(member -> member.bank().equals(home.id()))
        .filter(member -> member.status() != MemberStatus.WITHDRAWN)
        .orElseThrow(() -> HmaProblems.notFound("The bank has no content of this number."));
  }

  /// Changes content.
  public Member edit(String bank, long id, Edit edit, Caller caller) {
    Member member = get(bank, id);
    Optional<Instant> until = disabledUntil(edit.disableUntil());
    String note = note(edit.note());
    if (edit.disableUntil().isPresent()) {
      members.disable(member.id(), until, caller);
    }
    if (edit.note().isPresent()) {
      members.describe(member.id(), member.description().withNote(note), caller);
    }
    return get(bank, id);
  }

  private Optional<Instant> disabledUntil(OptionalLong seconds) {
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    long furthest = now.plus(FURTHEST).getEpochSecond();
    if (seconds.getAsLong() < 0 || seconds.getAsLong() > furthest) {
      throw HmaProblems.bad("disable_until_ts has to be 0, or at most 5 years from now.");
    }
    return Optional.of(Instant.ofEpochSecond(seconds.getAsLong())).filter(now::isBefore);
  }

  /// Withdraws content.
  public void delete(String bank, long id, Caller caller) {
    Member member = get(bank, id);
    members.change(
        member.id(), StatusChange.of(MemberStatus.WITHDRAWN, "deleted by " + SOURCE), caller);
  }
}
