package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;

/// A chart or two with the tables behind them, under one heading.
///
/// @param id of the heading, for links
/// @param lead the meaning of the figures and the conclusions to draw; perhaps empty
/// @param overTime the same figures over time
/// @param none the sentence in its place where there is nothing to count; otherwise empty
public record Figure(
    String id,
    String title,
    String lead,
    Optional<Bars> bars,
    Optional<Chart> overTime,
    List<Sheet> sheets,
    String none) {
  public Figure {
    sheets = List.copyOf(sheets);
  }
}
