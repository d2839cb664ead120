package org.vigie.server.bank.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.ExactSignal;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.fingerprint.MetricSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.IdleMembers;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.Neighbour;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.bank.store.ChangeFeed;
import org.vigie.server.bank.store.IndexedSignal;
import org.vigie.server.bank.store.MemberGroup;
import org.vigie.server.bank.store.SignalValues;

/// Compares content with the members that the index does not have, a page of them at a time.
public final class IdleNeighbourhood implements IdleMembers {
  private static final int MEMBERS = 10_000;

  private final ChangeFeed feed;

  public IdleNeighbourhood(JdbcClient jdbc, SignalValues values) {
    this.feed = new ChangeFeed(jdbc, values);
  }

  @Override
  public List<Neighbour> nearest(List<SoughtSignal> content, int radius, int limit) {
    BankTable banks = new BankTable(feed.banks());
    Map<MemberId, Neighbour> nearest = new HashMap<>();
    MemberGroup idle = new MemberGroup.Idle();
    List<IndexedSignal> signals = feed.of(idle, 0, MEMBERS);
    while (!signals.isEmpty()) {
      signals.forEach(each -> near(each, content, radius, banks)
          .forEach(near -> nearest.merge(near.member(), near, IdleNeighbourhood::nearer)));
      signals = feed.of(idle, signals.getLast().member(), MEMBERS);
    }
    return nearest.values().stream()
        .sorted(Neighbour.NEAREST_FIRST)
        .limit(limit)
        .toList();
  }

  private static Neighbour nearer(Neighbour one, Neighbour other) {
    return Neighbour.NEAREST_FIRST.compare(one, other) <= 0 ? one : other;
  }

  private static List<Neighbour> near(
      IndexedSignal signal, List<SoughtSignal> content, int radius, BankTable banks) {
    Bank bank = banks.find(signal.bank());
    if (bank == null) {
      return List.of(); // younger than the table
    }
    List<Neighbour> near = new ArrayList<>();
    for (SoughtSignal sought : content) {
      distance(signal.signal(), sought.signal(), radius)
          .ifPresent(distance -> near.add(new Neighbour(
              bank,
              new MemberId(signal.member()),
              sought.signal().type(),
              distance,
              sought.orientation())));
    }
    return near;
  }

  private static OptionalInt distance(Signal signal, Signal sought, int radius) {
    if (!signal.type().equals(sought.type())) {
      return OptionalInt.empty();
    }
    int distance =
        switch (signal) {
          case ExactSignal _ -> signal.equals(sought) ? 0 : Integer.MAX_VALUE;
          case HammingSignal bits -> bits.distanceTo((HammingSignal) sought);
          case MetricSignal metric -> metric.distanceTo((MetricSignal) sought);
        };
    return distance <= radius ? OptionalInt.of(distance) : OptionalInt.empty();
  }
}
