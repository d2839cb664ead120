package org.vigie.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.server.policy.MalformedMeasureException.Defect;
import org.vigie.server.policy.MalformedMeasureException.Part;
import org.vigie.server.policy.Measure.Scope;

/// Measures, their words and their effects.
final class MeasureTest {
  private static final Territory ABROAD = new Territory(Set.of("DE", "FR"));

  static Stream<Measure> measures() {
    Stream<Measure> ofContent = Arrays.stream(ContentMeasure.values())
        .flatMap(kind -> Stream.of(
            new Measure.OnContent(kind),
            new Measure.OnContent(kind, Optional.of(Duration.ofHours(36)), ABROAD)));
    Stream<Measure> others = Stream.of(
            new Sanction.Suspension(1), new Sanction.Suspension(3_660), new Sanction.Ban())
        .flatMap(restriction -> Stream.of(
            new Measure.OnAccount(restriction),
            new Measure.OnAccount(restriction, ABROAD),
            new Measure.OnRoom(restriction),
            new Measure.OnRoom(restriction, ABROAD)));
    return Stream.concat(ofContent, others);
  }

  @ParameterizedTest
  @MethodSource("measures")
  void measure_inItsStoredForm_isReadAsItWas(Measure measure) {
    assertThat(Measure.of(
            measure.on(), measure.word(), measure.duration(), measure.where().countries()))
        .isEqualTo(measure);
  }

  /// Words stand in policies, forms and columns, and never change.
  @ParameterizedTest
  @CsvSource({
    "CONTENT,none,,false,false,''",
    "CONTENT,label,,false,false,CONTENT",
    "CONTENT,age-restrict,,false,false,CONTENT",
    "CONTENT,demote,,false,false,CONTENT",
    "CONTENT,quarantine,,false,false,CONTENT",
    "CONTENT,quarantine,PT1H,false,false,CONTENT",
    "CONTENT,quarantine-and-pause-account,,false,true,ACCOUNT CONTENT",
    "ACCOUNT,suspend,PT24H,false,true,ACCOUNT",
    "ACCOUNT,ban,,true,true,ACCOUNT",
    "ROOM,suspend,PT24H,false,false,ROOM",
    "ROOM,ban,,true,false,ROOM"
  })
  void measure_ofEachWord_saysWhatItDoes(
      Scope on,
      String word,
      Duration duration,
      boolean terminal,
      boolean restrictsAccount,
      String touches) {
    Measure measure = Measure.of(on, word, Optional.ofNullable(duration), Set.of());

    assertThat(measure.isTerminal()).isEqualTo(terminal);
    assertThat(measure.restrictsAccount()).isEqualTo(restrictsAccount);
    assertThat(measure.touches().stream().map(Enum::name).sorted())
        .containsExactlyElementsOf(touches.isEmpty() ? List.of() : List.of(touches.split(" ", -1)));
    assertThat(measure.acts()).isEqualTo(!touches.isEmpty());
    assertThat(measure.where()).isEqualTo(Territory.EVERYWHERE);
  }

  @ParameterizedTest
  @CsvSource({
    "CONTENT,ban,,,WORD,UNKNOWN",
    "CONTENT,QUARANTINE,,,WORD,UNKNOWN",
    "CONTENT,'',,,WORD,UNKNOWN",
    "ACCOUNT,label,,,WORD,UNKNOWN",
    "ACCOUNT,none,,,WORD,UNKNOWN",
    "ROOM,none,,,WORD,UNKNOWN",
    "ACCOUNT,suspend,,,DURATION,MISSING",
    "ROOM,suspend,,,DURATION,MISSING",
    "ACCOUNT,suspend,PT-1H,,DURATION,OUT_OF_RANGE",
    "ACCOUNT,suspend,PT0S,,DURATION,OUT_OF_RANGE",
    "ACCOUNT,suspend,PT25H,,DURATION,OUT_OF_RANGE",
    "ACCOUNT,suspend,P3661D,,DURATION,OUT_OF_RANGE",
    "CONTENT,label,P3661D,,DURATION,OUT_OF_RANGE",
    "CONTENT,label,PT0S,,DURATION,OUT_OF_RANGE",
    "ACCOUNT,ban,PT1H,,DURATION,NOT_OF_A_BAN",
    "CONTENT,label,,XX,COUNTRIES,UNKNOWN",
    "CONTENT,label,,fr,COUNTRIES,UNKNOWN",
    "ROOM,ban,,EU,COUNTRIES,UNKNOWN"
  })
  void storedForm_ofNoMeasure_isRefusedByPartAndDefect(
      Scope on, String word, Duration duration, String country, Part part, Defect defect) {
    Set<String> countries = country == null ? Set.of() : Set.of(country);

    MalformedMeasureException refused = catchThrowableOfType(
        MalformedMeasureException.class,
        () -> Measure.of(on, word, Optional.ofNullable(duration), countries));

    assertThat(refused.part()).isEqualTo(part);
    assertThat(refused.defect()).isEqualTo(defect);
  }

  @Test
  void measure_withADurationOutOfRange_isNone() {
    assertThatThrownBy(() -> new Measure.OnContent(
            ContentMeasure.LABEL, Optional.of(Duration.ofDays(3_661)), Territory.EVERYWHERE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Territory(Set.of("ZZ")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void restrictions_areOrderedFromTheMildest() {
    Sanction.Restriction ban = new Sanction.Ban();
    Sanction.Restriction month = new Sanction.Suspension(30);
    Sanction.Restriction day = new Sanction.Suspension(1);

    assertThat(Stream.of(ban, month, day).sorted()).containsExactly(day, month, ban);
    assertThat(ContentMeasure.values())
        .as("the order in docs/formats/policy.md")
        .extracting(ContentMeasure::word)
        .containsExactly(
            "none",
            "label",
            "age-restrict",
            "demote",
            "quarantine",
            "quarantine-and-pause-account");
  }
}
