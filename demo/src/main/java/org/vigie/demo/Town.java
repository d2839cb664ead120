package org.vigie.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.vigie.server.bank.KnownContent;

/// Fills a server that has no banks yet; leaves a filled one unchanged.
final class Town implements ApplicationRunner {
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private final KnownContent known;
  private final TownClock clock;
  private final Story story;
  private final TownMark mark;
  private final TownSamples samples;

  Town(KnownContent known, TownClock clock, Story story, TownMark mark, TownSamples samples) {
    this.known = known;
    this.clock = clock;
    this.story = story;
    this.mark = mark;
    this.samples = samples;
  }

  /// Everything that happened in the town.
  record Story(
      TownPeople people, TownBanks banks, TownPosts posts, TownNotices notices, TownDesks desks) {
    void plan(Timeline timeline, FourMonths months, Album album) {
      people.plan(timeline, months);
      banks.plan(timeline, months, album);
      posts.plan(timeline, months, album);
      notices.plan(timeline, months, album);
      desks.plan(timeline, months);
    }
  }

  /// Who decided about it, and who looked after it for the law.
  record TownDesks(TownReviews reviews, TownMisuse misuse, TownLaw law) {
    void plan(Timeline timeline, FourMonths months) {
      reviews.plan(timeline, months);
      misuse.plan(timeline, months);
      law.plan(timeline, months);
    }
  }

  /// The parts of the town that make reports.
  record TownNotices(TownReports reports, TownTalks talks, TownHotline hotline) {
    void plan(Timeline timeline, FourMonths months, Album album) {
      reports.plan(timeline, months);
      talks.plan(timeline, months, album);
      hotline.plan(timeline, months, album);
    }
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    mark.refuseHalfATown();
    while (!known.isReady()) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
    }
    if (story.banks().isEmpty()) {
      mark.set();
      build();
      mark.remove();
    }
  }

  private void build() throws IOException {
    Album album = Album.draw();
    Timeline timeline = new Timeline();
    story.plan(timeline, new FourMonths(Instant.now()), album);
    try {
      timeline.happen(clock);
    } finally {
      clock.release();
    }
    samples.write(album);
  }
}
