package org.vigie.server.bank.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.fingerprint.Signal;
import org.vigie.index.Hit;
import org.vigie.index.SignalIndex;
import org.vigie.server.bank.GrownContent;
import org.vigie.server.bank.SoughtSignal;

/// A small index over the signals that a [GrowthReader] gathered.
///
/// @param reach the largest radius and the least quality of all banks
record GrownIndex(SignalIndex signals, BankTable.Reach reach) implements GrownContent {
  @Override
  public int size() {
    return signals.size();
  }

  @Override
  public List<Integer> touched(List<List<SoughtSignal>> contents) {
    List<Signal> queries = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < contents.size(); place++) {
      for (SoughtSignal sought : contents.get(place)) {
        if (Matcher.isCompared(sought, reach.minQuality())) {
          queries.add(sought.signal());
          places.add(place);
        }
      }
    }
    List<List<Hit>> hits = signals.findAll(queries, reach.radius());
    Set<Integer> touched = new LinkedHashSet<>();
    for (int i = 0; i < places.size(); i++) {
      if (!hits.get(i).isEmpty()) {
        touched.add(places.get(i));
      }
    }
    return List.copyOf(touched);
  }
}
