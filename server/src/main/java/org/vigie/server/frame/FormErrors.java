package org.vigie.server.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The errors in a sent form: sentences for people, field by field. The page shows them above the
/// form (`frame/errors.jte`) and beside each field (`frame/field.jte`).
///
/// @param all in the order of the form's fields
public record FormErrors(List<FieldError> all) {
  /// A form in which nothing is wrong.
  public static final FormErrors NONE = new FormErrors(List.of());

  public FormErrors {
    all = List.copyOf(all);
  }

  /// Returns these errors and one more.
  public FormErrors with(String field, String sentence) {
    return new FormErrors(
        Stream.concat(all.stream(), Stream.of(new FieldError(field, sentence))).toList());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public boolean has(String field) {
    return all.stream().anyMatch(error -> error.field().equals(field));
  }

  /// Returns the errors of a field, empty if there are none.
  public String of(String field) {
    return all.stream()
        .filter(error -> error.field().equals(field))
        .map(FieldError::sentence)
        .collect(Collectors.joining(" "));
  }

  /// Returns the value of a field's `aria-describedby`; null, which omits the attribute, if nothing
  /// describes it.
  public @Nullable String describedBy(String field, boolean hasHint) {
    String ids = Stream.of(
            Optional.of(field + "-hint").filter(id -> hasHint),
            Optional.of(field + "-error").filter(id -> has(field)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
    return ids.isEmpty() ? null : ids;
  }

  /// One error.
  ///
  /// @param field the name of the field, which is its id on the page
  /// @param sentence the error and its remedy, in the viewer's language
  public record FieldError(String field, String sentence) {}
}
