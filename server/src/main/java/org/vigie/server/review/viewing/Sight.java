package org.vigie.server.review.viewing;

/// How somebody gets to see media.
public enum Sight {
  /// As it is; also where nobody can tell.
  SHARP,
  /// Behind a veil.
  VEILED,
  /// The veil was taken away.
  UNVEILED
}
