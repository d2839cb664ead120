package org.vigie.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading;
import org.vigie.server.scan.SignalExtraction;

/// Makes the history of the town's banks: additions and later withdrawals.
final class TownBanks {
  private static final Caller VIGIE = new Caller.Vigie();

  private final Banks banks;
  private final Members members;
  private final SignalExtraction extraction;
  private final Map<TownBank, List<Member>> added = new EnumMap<>(TownBank.class);

  TownBanks(Banks banks, Members members, SignalExtraction extraction) {
    this.banks = banks;
    this.members = members;
    this.extraction = extraction;
  }

  boolean isEmpty() {
    return banks.list().isEmpty();
  }

  void plan(Timeline timeline, FourMonths months, Album album) {
    for (TownBank bank : TownBank.values()) {
      timeline.plan(months.begin(), () -> create(bank));
      for (int i = 0; i < bank.pictures(); i++) {
        planMember(timeline, months, bank, i, album);
      }
    }
    planSecondThoughts(timeline, months);
  }

  private void create(TownBank bank) {
    added.put(bank, new ArrayList<>());
    banks.create(bank.draft(), VIGIE);
  }

  /// Half of a bank is there from the beginning, the rest comes bit by bit.
  private void planMember(
      Timeline timeline, FourMonths months, TownBank bank, int number, Album album) {
    int late = Math.max(0, number - bank.pictures() / 2);
    timeline.plan(
        months.moment(late, bank.pictures()),
        () -> add(bank, number, Media.of(album.original(bank.seed(number)))));
  }

  private void add(TownBank bank, int number, Media media) {
    Bank target = banks.get(bank.draft().name());
    MemberDescription description = new MemberDescription(
        "%s-%04d".formatted(bank.name().toLowerCase(Locale.ROOT), number),
        "",
        "",
        "Made of the number " + bank.seed(number) + ".",
        Optional.empty());
    List<MemberSignal> signals = signals(extraction.extract(media, DecodingLane.SCANS));
    addedTo(bank).add(members.add(target.id(), signals, description, VIGIE));
  }

  private static List<MemberSignal> signals(MediaSignals media) {
    List<MemberSignal> signals = new ArrayList<>();
    if (media.picture() instanceof PictureReading.Picture picture) {
      picture
          .signals()
          .forEach(signal -> signals.add(new MemberSignal(signal.original(), signal.quality())));
    }
    media.digests().forEach(digest -> signals.add(MemberSignal.of(digest)));
    return signals;
  }

  private List<Member> addedTo(TownBank bank) {
    return added.getOrDefault(bank, List.of());
  }

  private void planSecondThoughts(Timeline timeline, FourMonths months) {
    timeline.plan(
        months.before(Duration.ofDays(20)),
        () -> change(
            3,
            MemberStatus.DISPUTED,
            "A moderator thinks that this is a poster for a school play."));
    timeline.plan(
        months.before(Duration.ofDays(9)),
        () -> change(3, MemberStatus.WITHDRAWN, "It is: the school has confirmed it."));
    timeline.plan(
        months.before(Duration.ofDays(2)),
        () -> change(7, MemberStatus.DISPUTED, "The shop says that the offer is real."));
    timeline.plan(
        months.before(Duration.ofHours(5)),
        () -> change(11, MemberStatus.SET_ASIDE, "It matched 214 pictures within an hour."));
  }

  private void change(int number, MemberStatus to, String reason) {
    members.change(
        addedTo(TownBank.HARBOUR_SCAM_POSTERS).get(number).id(),
        StatusChange.of(to, reason),
        VIGIE);
  }
}
