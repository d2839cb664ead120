package org.vigie.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalTypesTest {
  @Test
  void installed_withALicenseesType_listsItAfterTheBuiltInOnes() {
    assertThat(SignalTypes.installed().ids())
        .containsExactly("pdq", "md5", "sha1", "sha256", "toy");
  }

  @Test
  void find_licenseesType_readsItsSignals() {
    Signal three = SignalTypes.installed().find("toy").orElseThrow().parse("3");
    assertThat(three).isEqualTo(new ToySignal(3));
    assertThat(new ToySignal(10).distanceTo((MetricSignal) three)).isEqualTo(7);
  }

  @Test
  void find_everyInstalledType_readsBackWhatItPrints() {
    byte[] file = {1, 2, 3};
    for (Signal signal : new Signal[] {
      new PdqSignal(1, 2, 3, 4),
      new ToySignal(42),
      Digest.of(DigestType.MD5, file),
      Digest.of(DigestType.SHA1, file),
      Digest.of(DigestType.SHA256, file)
    }) {
      SignalType type = SignalTypes.installed().find(signal.type().id()).orElseThrow();
      assertThat(type.parse(signal.text())).isEqualTo(signal);
      assertThat(type.ofBytes(signal.bytes())).isEqualTo(signal);
    }
  }

  @Test
  void find_unknownIdentifier_isEmpty() {
    assertThat(SignalTypes.installed().find("PDQ")).isEmpty();
    assertThat(SignalTypes.installed().find("")).isEmpty();
  }

  /// Two signals of each installed type, as far apart as its signals can be.
  private static final Map<String, List<Signal>> FARTHEST = Map.of(
      "pdq", List.of(PdqSignal.ZERO, new PdqSignal(-1, -1, -1, -1)),
      "toy", List.of(new ToySignal(0), new ToySignal(99)),
      "md5", digests(DigestType.MD5),
      "sha1", digests(DigestType.SHA1),
      "sha256", digests(DigestType.SHA256));

  private static List<Signal> digests(DigestType type) {
    return List.of(Digest.of(type, new byte[] {1}), Digest.of(type, new byte[] {2}));
  }

  @Test
  void scale_everyInstalledType_agreesWithItsSignals() {
    SignalTypes types = SignalTypes.installed();
    assertThat(FARTHEST.keySet()).containsExactlyInAnyOrderElementsOf(types.ids());
    FARTHEST.forEach((id, pair) -> {
      DistanceScale scale = types.find(id).orElseThrow().scale();
      assertThat(scale).as(id).isEqualTo(scaleOf(pair.getFirst(), pair.getLast()));
      assertThat(scale.isExact()).as(id).isEqualTo(pair.getFirst() instanceof ExactSignal);
    });
  }

  private static DistanceScale scaleOf(Signal one, Signal other) {
    return switch (one) {
      case ExactSignal _ -> new DistanceScale.Equality();
      case HammingSignal bits ->
        new DistanceScale.DifferingBits(bits.distanceTo((HammingSignal) other));
      case MetricSignal metric ->
        new DistanceScale.OwnUnit(metric.distanceTo((MetricSignal) other));
    };
  }

  @Test
  void named_typeThatIsNotInstalled_readsNothingAndIsNotExact() {
    SignalType gone = SignalTypes.installed().named("gone");
    assertThat(gone.id()).isEqualTo("gone");
    assertThat(gone.scale().isExact()).isFalse();
    assertThatExceptionOfType(MalformedSignalException.class).isThrownBy(() -> gone.parse("00"));
    assertThatExceptionOfType(MalformedSignalException.class)
        .isThrownBy(() -> gone.ofBytes(new byte[32]));
    assertThat(SignalTypes.installed().named("sha1")).isEqualTo(DigestType.SHA1);
  }

  @Test
  void installed_twoTypesOfOneName_isRefused(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(SignalType.class.getName()), SecondPdq.class.getName() + "\n");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThatIllegalArgumentException()
          .isThrownBy(SignalTypes::installed)
          .withMessage("two signal types are called pdq");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /// A type that takes a name already given.
  public static final class SecondPdq implements SignalType {
    @Override
    public String id() {
      return "pdq";
    }

    @Override
    public DistanceScale scale() {
      return new DistanceScale.DifferingBits(HammingSignal.BITS);
    }

    @Override
    public Signal parse(String text) {
      return PdqSignal.parse(text);
    }

    @Override
    public Signal ofBytes(byte[] bytes) {
      return PdqSignal.ofBytes(bytes);
    }
  }
}
