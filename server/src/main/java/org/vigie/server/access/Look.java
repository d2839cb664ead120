package org.vigie.server.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says of a handler whose answer people read whether names or words of people are in it, and so
/// whether the ledger says who looked. Each handler that shows something has this.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Look {
  Kind value();

  /// The subject in the ledger, with variables of the path: `case:{id}`. Default: the page itself.
  String subject() default "";

  /// The personal data in an answer.
  enum Kind {
    /// Names or words of people: an entry is committed before the handler runs.
    RECORDED,
    /// The same, and the handler writes an entry that says more, before it answers.
    RECORDED_BY_HANDLER,
    /// Nothing of anybody but of people who work here, and of those no more than a name beside a
    /// change that they made.
    NOTHING_PERSONAL,
    /// Only data that the caller, or the caller's organisation, sent or set.
    OWN
  }
}
