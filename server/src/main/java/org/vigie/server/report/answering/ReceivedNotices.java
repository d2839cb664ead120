package org.vigie.server.report.answering;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.server.report.Circumstances;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.store.NoticeStore;

/// The notices that are stored.
final class ReceivedNotices implements Notices {
  private final NoticeStore store;
  private final ReporterMails mails;
  private final InstantSource clock;

  ReceivedNotices(NoticeStore store, ReporterMails mails, InstantSource clock) {
    this.store = store;
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  public List<NoticeId> mentioning(String words, int most) {
    return store.mentioning(words, most);
  }

  @Override
  public Optional<Notice> find(NoticeId id) {
    return store.find(id);
  }

  @Override
  public Map<NoticeId, String> explanations(List<NoticeId> notices) {
    return notices.isEmpty() ? Map.of() : store.explanations(notices);
  }

  @Override
  public Circumstances circumstances(List<NoticeId> notices) {
    return notices.isEmpty()
        ? Circumstances.UNKNOWN
        : Circumstances.of(store.circumstances(notices));
  }

  @Override
  public void decided(NoticeId id, Notice.Outcome outcome) {
    if (store.decide(id, outcome, clock.instant())) {
      mails.decided(id);
    }
  }

  @Override
  public void openAgain(NoticeId id) {
    store.noteReopened(id, clock.instant());
    store.openAgain(id);
  }
}
