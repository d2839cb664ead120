package org.vigie.server.report.checking;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;

/// A notice that is incomplete or cannot be stored.
public final class MalformedNoticeException extends RuntimeException implements ProblemCause {
  private static final long serialVersionUID = 1;

  private final String field;
  private final Defect defect;
  private final transient Optional<Excess> excess;

  /// @param field as in the JSON of the call: `reported[0].address`
  public MalformedNoticeException(String field, Defect defect) {
    this(field, defect, Optional.empty());
  }

  public MalformedNoticeException(String field, Defect defect, Optional<Excess> excess) {
    super("a notice has a field that is not as it has to be");
    this.field = field;
    this.defect = defect;
    this.excess = excess;
  }

  /// The excess of a text that was too long.
  ///
  /// @param length characters
  /// @param longest characters that are accepted
  public record Excess(long length, long longest) {}

  /// Returns the excess of a text, if that is the defect and known.
  public Optional<Excess> excess() {
    return excess;
  }

  /// Returns the sentence for programs, with the lengths if known.
  public String detail() {
    return excess
        .map(by -> "This text has %d characters; at most %d are accepted."
            .formatted(by.length(), by.longest()))
        .orElse(defect.sentence());
  }

  public String field() {
    return field;
  }

  public Defect defect() {
    return defect;
  }

  @Override
  public Problem problem() {
    Map<String, Object> fields = new HashMap<>(Map.of("field", field));
    excess.ifPresent(by -> fields.putAll(Map.of("length", by.length(), "longest", by.longest())));
    return new Problem(ProblemType.INVALID_FIELD, defect.sentence(), fields);
  }
}
