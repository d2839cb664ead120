package org.vigie.server.bank;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.server.access.Caller;

/// Sets aside the member that suddenly matches far too much: a careless one, such as a plain
/// picture, would stop a messenger. Digests are not counted, as they match only their equal.
///
/// A member of a verified bank goes on matching and is disputed, so that every measure waits for
/// a person: otherwise whoever posts many variants of a listed picture would switch it off.
///
/// Counts in memory, in each process for itself. Threads: any.
public final class FloodGuard {
  private static final Logger log = LoggerFactory.getLogger(FloodGuard.class);
  private static final Caller VIGIE = new Caller.Vigie();

  private final Members members;
  private final Executor executor;
  private final InstantSource clock;
  private final FloodSettings settings;

  private final ScanCount scans;
  private final Map<MemberId, ContentWindow> windows = new ConcurrentHashMap<>();
  private final Set<MemberId> underWay = ConcurrentHashMap.newKeySet();
  private volatile long nextTidying;

  FloodGuard(Members members, Executor executor, InstantSource clock, FloodSettings settings) {
    this.members = members;
    this.executor = executor;
    this.clock = clock;
    this.settings = settings;
    this.scans = new ScanCount(settings.window());
  }

  /// Returns what one picture is counted as, however often its file is written anew: repeats of
  /// one picture are no flood of false matches.
  ///
  /// @param picture its signal as it stands
  public static long contentOf(HammingSignal picture) {
    return picture.w3() ^ picture.w1();
  }

  /// Counts a scan, whether it matched or not.
  ///
  /// @param content the same for the same content
  /// @param matches those that count
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

  /// Now and then, as looking at every window takes time.
  private void forgetQuiet(long now, long since) {
    if (now >= nextTidying) {
      nextTidying = now + settings.window().toMillis();
      windows.values().removeIf(window -> window.isOver(since));
    }
  }

  /// A member that this could not be done to is counted on, and tried again at its next match.
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
