package org.vigie.server.review.viewing;

/// The way in which a person sees media.
public enum Sight {
  /// As it is; also if it is unknown.
  SHARP,
  /// Behind a veil.
  VEILED,
  /// The veil was taken away.
  UNVEILED
}
