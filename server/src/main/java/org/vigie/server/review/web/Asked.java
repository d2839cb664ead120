package org.vigie.server.review.web;

/// A request to correct a decision, which waits for a second person.
///
/// @param stuck whether nobody may answer at present
public record Asked(String id, String sentence, String reason, Of viewer, boolean stuck) {
  /// The acts of a viewer on a request.
  ///
  /// @param mine whether they asked, and may withdraw it
  /// @param answerable whether they may agree or decline
  public record Of(boolean mine, boolean answerable) {}
}
