package org.vigie.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.policy.Surface;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading;
import org.vigie.server.scan.Reference;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.SignalExtraction;
import org.vigie.server.scan.Submission;

/// Four months of the town: banks that grow, pictures that are shared, second thoughts.
///
/// The same seed makes the same months, counted back from the moment in which it is made.
final class TownHistory {
  private static final int DAYS = 120;
  private static final int POSTS_A_DAY = 10;
  private static final int HARMLESS_PICTURES = 120;
  private static final int ACCOUNTS = 60;
  private static final long HARMLESS_SEEDS = 1_000_000;

  /// One post in so many is of known content.
  private static final int KNOWN_EVERY = 14;

  private final Banks banks;
  private final Members members;
  private final SignalExtraction extraction;
  private final Scanner scanner;
  private final RandomGenerator random;

  private final Map<TownBank, List<Member>> added = new EnumMap<>(TownBank.class);

  TownHistory(
      Banks banks,
      Members members,
      SignalExtraction extraction,
      Scanner scanner,
      RandomGenerator random) {
    this.banks = banks;
    this.members = members;
    this.extraction = extraction;
    this.scanner = scanner;
    this.random = random;
  }

  /// Plans everything that happened until now.
  void plan(Timeline timeline, Instant now) {
    Instant first = now.minus(Duration.ofDays(DAYS));
    for (TownBank bank : TownBank.values()) {
      planBank(timeline, bank, first);
    }
    for (int post = 0; post < DAYS * POSTS_A_DAY; post++) {
      Instant at = first.plus(share(post, DAYS * POSTS_A_DAY));
      int number = post;
      timeline.plan(at, () -> share(number));
    }
    planSecondThoughts(timeline, now);
  }

  /// The n-th of so many moments, evenly spread.
  private static Duration share(int number, int of) {
    return Duration.ofDays(DAYS).multipliedBy(number).dividedBy(of);
  }

  /// Half of a bank is there from the beginning, the rest comes bit by bit.
  private void planBank(Timeline timeline, TownBank bank, Instant first) {
    timeline.plan(first, () -> added.put(bank, new ArrayList<>()));
    timeline.plan(first, () -> create(bank));
    for (int i = 0; i < bank.pictures(); i++) {
      int member = i;
      int late = Math.max(0, i - bank.pictures() / 2);
      timeline.plan(first.plus(share(late, bank.pictures())), () -> add(bank, member));
    }
  }

  private void create(TownBank bank) {
    banks.create(bank.draft(), new Caller.Vigie());
  }

  private void add(TownBank bank, int number) {
    Media media = Media.of(bank.picture(number).file().bmp());
    Bank target = banks.get(bank.draft().name());
    MemberDescription description = new MemberDescription(
        "%s-%04d".formatted(bank.name().toLowerCase(Locale.ROOT), number),
        "",
        "",
        "Made of the number " + bank.picture(number).seed() + ".",
        Optional.empty());
    List<MemberSignal> signals = signals(extraction.extract(media));
    addedTo(bank).add(members.add(target.id(), signals, description, new Caller.Vigie()));
  }

  private static List<MemberSignal> signals(MediaSignals media) {
    List<MemberSignal> signals = new ArrayList<>();
    if (media.picture() instanceof PictureReading.Picture picture) {
      signals.add(new MemberSignal(
          picture.pdq().original().signal(), OptionalInt.of(picture.pdq().quality())));
    }
    media.digests().forEach(digest -> signals.add(MemberSignal.of(digest)));
    return signals;
  }

  private List<Member> addedTo(TownBank bank) {
    return added.getOrDefault(bank, List.of());
  }

  /// Somebody posts a picture, and the messenger submits it.
  private void share(int post) {
    scanner.scan(
        new ScanRequest(
            new Caller.Vigie(),
            Optional.empty(),
            new Submission(
                Surface.PUBLIC,
                Optional.of(Room.any(random).reference()),
                Optional.of(new Reference("account-" + random.nextInt(ACCOUNTS))),
                Optional.of(new Reference("message-" + (post + 1))))),
        Media.of(somePicture(post).sent(random.nextInt(4))));
  }

  private TownPicture somePicture(int post) {
    if (post % KNOWN_EVERY == KNOWN_EVERY - 1) {
      TownBank bank = TownBank.values()[random.nextInt(TownBank.values().length)];
      return bank.picture(random.nextInt(bank.pictures()));
    }
    return new TownPicture(HARMLESS_SEEDS + random.nextInt(HARMLESS_PICTURES));
  }

  private void planSecondThoughts(Timeline timeline, Instant now) {
    timeline.plan(
        now.minus(Duration.ofDays(20)),
        () -> change(
            3,
            MemberStatus.DISPUTED,
            "A moderator thinks that this is a poster for a" + " school play."));
    timeline.plan(
        now.minus(Duration.ofDays(9)),
        () -> change(3, MemberStatus.WITHDRAWN, "It is: the school has confirmed it."));
    timeline.plan(
        now.minus(Duration.ofDays(2)),
        () -> change(7, MemberStatus.DISPUTED, "The shop says that the offer is real."));
    timeline.plan(
        now.minus(Duration.ofHours(5)),
        () -> change(11, MemberStatus.SET_ASIDE, "It matched 214 pictures within an hour."));
  }

  private void change(int number, MemberStatus to, String reason) {
    members.change(
        addedTo(TownBank.HARBOUR_SCAM_POSTERS).get(number).id(),
        StatusChange.of(to, reason),
        new Caller.Vigie());
  }
}
