package org.vigie.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.index.RandomSignals.Shape;

/// Searches of one segment with each [RingScan], also at sizes for which it is not chosen.
class SegmentSearchTest {
  @ParameterizedTest
  @EnumSource(Shape.class)
  void run_scalarScan_equalsLinearScan(Shape shape) {
    assertFindsAll(new SearchBuffers(_ -> new ScalarRingScan()), shape);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void run_oneVectorAPlace_equalsLinearScan(Shape shape) {
    assumeTrue(VectorModule.isPresent(), "this JVM was started without the vector module");
    assertFindsAll(new SearchBuffers(_ -> new VectorRingScan()), shape);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void run_twoVectorsAPlace_equalsLinearScan(Shape shape) {
    assumeTrue(VectorModule.isPresent(), "this JVM was started without the vector module");
    assertFindsAll(new SearchBuffers(_ -> new WideVectorRingScan()), shape);
  }

  private static void assertFindsAll(SearchBuffers buffers, Shape shape) {
    RandomSignals world = RandomSignals.of(41, shape, 30_000);
    List<IndexEntry> entries = world.entries(0, 1);
    Segment segment = segment(entries);
    for (int radius : new int[] {7, 31, 40}) {
      List<PdqSignal> needles = world.needles(25, radius);
      List<List<Hit>> found = search(buffers, segment, needles, radius);
      for (int i = 0; i < needles.size(); i++) {
        assertThat(found.get(i))
            .as("%s, radius %d, needle %d", shape, radius, i)
            .containsExactlyInAnyOrderElementsOf(
                RandomSignals.linearScan(entries, needles.get(i), radius));
      }
    }
    segment.release();
  }

  private static Segment segment(List<IndexEntry> entries) {
    try (SignalRows rows = new SignalRows(entries.size())) {
      for (IndexEntry entry : entries) {
        PdqSignal signal = (PdqSignal) entry.signal();
        rows.add(entry.id(), signal.w3(), signal.w2(), signal.w1(), signal.w0());
      }
      return SegmentBuilder.build(rows);
    }
  }

  private static List<List<Hit>> search(
      SearchBuffers buffers, Segment segment, List<PdqSignal> needles, int radius) {
    List<List<Hit>> found = new ArrayList<>();
    needles.forEach(_ -> found.add(new ArrayList<>()));
    HitSink sink =
        (query, place, distance) -> found.get(query).add(new Hit(segment.id(place), distance));
    new SegmentSearch(buffers, segment, Queries.of(needles), Thresholds.of(radius), sink).run();
    return found;
  }
}
