package org.vigie.server.bank.flood;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.FloodGuard;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.bank.settings.BankSettings.FloodSettings;

/// Counts matches in memory, in each process for itself. Threads: any.
public final class FloodWatch implements FloodGuard {
  private static final Logger log = LoggerFactory.getLogger(FloodWatch.class);
  private static final Caller VIGIE = new Caller.Vigie();

  private final StoredMembers members;
  private final Executor executor;
  private final InstantSource clock;
  private final FloodSettings settings;

  private final ScanCount scans;
  private final Map<MemberId, ContentWindow> windows = new ConcurrentHashMap<>();
  private final Set<MemberId> underWay = ConcurrentHashMap.newKeySet();
  private volatile long nextTidying;

  public FloodWatch(
      StoredMembers members, Executor executor, InstantSource clock, FloodSettings settings) {
    this.members = members;
    this.executor = executor;
    this.clock = clock;
    this.settings = settings;
    this.scans = new ScanCount(settings.window());
  }

  @Override
  public void observe(long content, Collection<Match> matches) {
    long now = clock.millis();
    scans.add(now);
    for (Match match : matches) {
      if (!(match.type() instanceof DigestType)) {
        observe(content, match, now);
      }
    }
  }

  private void observe(long content, Match match, long now) {
    MemberId member = match.member();
    long since = now - settings.window().toMillis();
    int contents =
        windows.computeIfAbsent(member, _ -> new ContentWindow()).add(content, now, since);
    forgetQuiet(now, since);
    long all = scans.within(now);
    boolean flood = contents > settings.contents() && contents > settings.share() * all;
    if (flood && underWay.add(member)) {
      String reason =
          contents + " different contents of " + all + " scans within " + settings.window();
      executor.execute(() -> act(match, reason));
    }
  }

  /// Drops windows without recent matches; runs once a window, as it checks every one.
  private void forgetQuiet(long now, long since) {
    if (now >= nextTidying) {
      nextTidying = now + settings.window().toMillis();
      windows.values().removeIf(window -> window.isOver(since));
    }
  }

  /// Disputes or sets aside the member. After a failure it is counted on, and the next match tries
  /// again.
  private void act(Match match, String reason) {
    MemberId member = match.member();
    try {
      if (match.bank().verified()) {
        members.change(member, StatusChange.of(MemberStatus.DISPUTED, reason), VIGIE);
      } else {
        members.setAside(member, reason, VIGIE);
      }
      windows.remove(member);
      log.atWarn()
          .setMessage("bank member matches too much")
          .addKeyValue("member", member.value())
          .log();
    } finally {
      underWay.remove(member);
    }
  }
}
