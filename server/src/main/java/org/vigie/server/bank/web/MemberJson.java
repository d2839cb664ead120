package org.vigie.server.bank.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.SignalType;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Json;
import org.vigie.server.frame.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A member as programs read and write it; the fields are those of
/// `docs/formats/bank-members.md`, and Vigie's own fields are ignored when writing.
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Member", example = """
    {"member": "case-17", "source": "hotline", "note": "reported twice",
     "signals": [{"type": "md5", "value": "4272a838cb80e56b209d4dec9bb34c2e"}]}""")
record MemberJson(
    @Nullable Long id,
    @Nullable String member,
    @Nullable String source,
    @Nullable String category,
    @Nullable String status,
    @Nullable String note,
    @Nullable JsonNode metadata,
    @Nullable List<SignalJson> signals,
    @Nullable Instant disabledUntil,
    @Nullable Integer version,
    @Nullable Instant addedAt,
    @Nullable String addedBy) {

  /// A signal in its text form.
  @Schema(name = "MemberSignal")
  record SignalJson(
      @Nullable String type,
      @Nullable String value,
      @Nullable Integer quality) {}

  static MemberJson of(Member member) {
    MemberDescription said = member.description();
    return new MemberJson(
        member.id().value(),
        said.reference(),
        said.source(),
        said.category(),
        EnumWords.of(member.status()),
        said.note(),
        said.metadata().map(Json.mapper()::readTree).orElse(null),
        member.signals().stream().map(MemberJson::of).toList(),
        member.disabledUntil().orElse(null),
        member.version(),
        member.addedAt(),
        member.addedBy());
  }

  private static SignalJson of(MemberSignal each) {
    Integer quality = each.quality().isPresent() ? each.quality().getAsInt() : null;
    return new SignalJson(each.signal().type().id(), each.signal().text(), quality);
  }

  MemberDescription description() {
    return new MemberDescription(
        text(member),
        text(source),
        text(category),
        text(note),
        Optional.ofNullable(metadata).map(JsonNode::toString));
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said;
  }

  /// @throws ProblemException naming the signal that is not as it has to be
  List<MemberSignal> signals(SignalTypes types) {
    List<MemberSignal> read = new ArrayList<>();
    List<SignalJson> said = signals == null ? List.of() : signals;
    for (int place = 0; place < said.size(); place++) {
      read.add(signal(types, "signals[" + place + "]", said.get(place)));
    }
    return read;
  }

  private static MemberSignal signal(SignalTypes types, String field, SignalJson said) {
    SignalType type = types
        .find(text(said.type()))
        .orElseThrow(() -> ProblemException.ofField(
            field + ".type", "This is one of: " + String.join(", ", types.ids()) + "."));
    try {
      OptionalInt quality =
          said.quality() == null ? OptionalInt.empty() : OptionalInt.of(said.quality());
      return new MemberSignal(type.parse(text(said.value())), quality);
    } catch (MalformedSignalException e) {
      throw ProblemException.ofField(field + ".value", String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw ProblemException.ofField(field + ".quality", String.valueOf(e.getMessage()));
    }
  }
}
