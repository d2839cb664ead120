package org.vigie.server.review.deciding;

/// Why a case cannot be decided together with others.
public enum BulkSkip {
  /// Another person holds it.
  HELD,
  /// It is decided.
  DECIDED,
  /// The person reported it, decided it before, or a lead has to.
  CONFLICT,
  /// The person should rest.
  BREAK_DUE,
  /// Grave cases are decided one by one, unless they are of a wave.
  GRAVE,
  /// Two people decide it.
  SECOND_REVIEWER,
  /// A measure would touch an account or a room that calls for caution.
  CAUTION,
  /// A measure closes an account or a room for good, and the person has not looked at the media.
  NOT_LOOKED_AT,
  /// The verdict does not fit it: it has no account or room that a measure is for.
  NOT_FITTING,
  /// It has changed since it was looked at.
  CHANGED
}
