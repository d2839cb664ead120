package org.vigie.server.scan.store;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.scan.MediaSignal;
import org.vigie.server.scan.OpaqueSignal;

/// Rows of the table `scan.signal`. All signals of a scan are written, and read, by one statement:
/// each column is an array in the order of the slots.
final class SignalRows {
  /// Scans as `s`, each with the columns of its signals.
  static final String SCANS = """
      scan.scan s cross join lateral (
        select array_agg(signal_type order by slot) as signal_types,
               array_agg(frame_micros order by slot) as frames_micros,
               array_agg(quality order by slot) as qualities,
               array_agg(orientations order by slot) as signal_orientations,
               array_agg(value order by slot) as signal_values
          from scan.signal where scan_id = s.scan_id) signals""";

  private static final Logger log = LoggerFactory.getLogger(SignalRows.class);

  private final SignalTypes types;
  private final Set<String> missing = ConcurrentHashMap.newKeySet();

  SignalRows(SignalTypes types) {
    this.types = types;
  }

  /// Returns the parameters of the statement that inserts signals, one array a column.
  static Map<String, Object> parameters(List<MediaSignal> signals) {
    return Map.of(
        "slots", IntStream.range(0, signals.size()).boxed().toArray(Integer[]::new),
        "types", signals.stream().map(signal -> signal.type().id()).toArray(String[]::new),
        "frames", signals.stream().map(SignalRows::micros).toArray(Long[]::new),
        "qualities", signals.stream().map(SignalRows::quality).toArray(Integer[]::new),
        "orientations", signals.stream().map(SignalRows::count).toArray(Integer[]::new),
        "values", signals.stream().map(SignalRows::bytes).toArray(byte[][]::new));
  }

  private static @Nullable Long micros(MediaSignal signal) {
    return signal
        .frame()
        .map(at -> at.dividedBy(ChronoUnit.MICROS.getDuration()))
        .orElse(null);
  }

  private static @Nullable Integer quality(MediaSignal signal) {
    return signal.quality().isPresent() ? signal.quality().getAsInt() : null;
  }

  private static Integer count(MediaSignal signal) {
    return signal.orientations().size();
  }

  private static byte[] bytes(MediaSignal signal) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    signal.orientations().forEach(way -> bytes.writeBytes(way.bytes()));
    return bytes.toByteArray();
  }

  /// Returns the signals of one of the [#SCANS], in the order of their slots; those of a type that
  /// is not installed as [OpaqueSignal]s.
  List<MediaSignal> read(ResultSet row) throws SQLException {
    String[] ids = (String[]) row.getArray("signal_types").getArray();
    Long[] frames = (Long[]) row.getArray("frames_micros").getArray();
    Number[] qualities = (Number[]) row.getArray("qualities").getArray();
    Number[] orientations = (Number[]) row.getArray("signal_orientations").getArray();
    byte[][] values = (byte[][]) row.getArray("signal_values").getArray();
    List<MediaSignal> signals = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      signals.add(new MediaSignal(
          Optional.ofNullable(frames[i]).map(at -> Duration.of(at, ChronoUnit.MICROS)),
          orientations(ids[i], values[i], orientations[i].intValue()),
          qualities[i] == null ? OptionalInt.empty() : OptionalInt.of(qualities[i].intValue())));
    }
    return signals;
  }

  private List<Signal> orientations(String id, byte[] value, int count) {
    Function<byte[], Signal> reader = reader(id);
    int length = value.length / count;
    return IntStream.range(0, count)
        .mapToObj(
            place -> reader.apply(Arrays.copyOfRange(value, place * length, (place + 1) * length)))
        .toList();
  }

  private Function<byte[], Signal> reader(String id) {
    Optional<SignalType> installed = types.find(id);
    if (installed.isPresent()) {
      return installed.get()::ofBytes;
    }
    if (missing.add(id)) {
      log.atWarn()
          .addKeyValue("event", "scan.signal_type_missing")
          .addKeyValue("type", id)
          .log("stored signals of a type that is not installed are compared with nothing");
    }
    return bytes -> OpaqueSignal.of(types.named(id), bytes);
  }
}
