package org.vigie.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Scope;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.Scanner;

/// The posts of the town's people, each submitted by the town's messenger.
///
/// The same random numbers make the same posts.
final class TownPosts {
  /// The seeds of harmless pictures.
  static final List<Integer> HARMLESS =
      IntStream.range(1_000_000, 1_000_080).boxed().toList();

  private static final int POSTS = FourMonths.DAYS * 10;
  private static final int ACCOUNTS = 60;

  /// One post in so many is of known content.
  private static final int KNOWN_EVERY = 14;

  /// The posts of known content in the last hours.
  private static final int FLOOD = 24;

  private static final Duration FLOOD_APART = Duration.ofMinutes(47);

  private final ApiKeys keys;
  private final Scanner scanner;
  private final MessengerId town;
  private final RandomGenerator random;
  private Caller messenger = new Caller.Vigie();

  TownPosts(ApiKeys keys, Scanner scanner, MessengerId town, RandomGenerator random) {
    this.keys = keys;
    this.scanner = scanner;
    this.town = town;
    this.random = random;
  }

  void plan(Timeline timeline, FourMonths months, Album album) {
    timeline.plan(months.begin(), this::joinMessenger);
    for (int post = 0; post < POSTS; post++) {
      int number = post;
      timeline.plan(months.moment(post, POSTS), () -> share(number, somePicture(number), album));
    }
    for (int post = 0; post < FLOOD; post++) {
      int number = POSTS + post;
      timeline.plan(
          months.before(FLOOD_APART.multipliedBy(FLOOD - post)),
          () -> share(number, knownPicture(), album));
    }
  }

  private void joinMessenger() {
    NewKey key = keys.add(
        new Caller.Vigie(),
        new KeyName("seagull-messenger"),
        Set.of(Scope.SCAN),
        ApiKeys.USUAL_RATE);
    messenger = new Caller.Key(key.key().id());
  }

  private void share(int post, int picture, Album album) {
    Subject subject = new Subject(
        town,
        Surface.PUBLIC,
        Optional.of(Room.any(random).reference()),
        Optional.of(new Reference("account-" + random.nextInt(ACCOUNTS))),
        Optional.of(new Reference("message-" + (post + 1))));
    scanner.scan(
        new ScanRequest(messenger, Optional.empty(), subject),
        Media.of(album.sent(picture, random.nextInt(4))));
  }

  private int somePicture(int post) {
    return post % KNOWN_EVERY == KNOWN_EVERY - 1
        ? knownPicture()
        : HARMLESS.get(random.nextInt(HARMLESS.size()));
  }

  private int knownPicture() {
    TownBank bank = TownBank.values()[random.nextInt(TownBank.values().length)];
    return bank.seed(random.nextInt(bank.pictures()));
  }
}
