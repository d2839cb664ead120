package org.vigie.server.report.web;

import java.util.List;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// One notice of a flagger: its content, date and outcome.
///
/// @param sentences about the outcome
/// @param reported the places, in words
/// @param explanation as the flagger wrote it; empty once it was deleted
public record PortalNoticePage(
    Frame frame,
    Tone tone,
    String state,
    List<String> sentences,
    List<PortalPage.Figure> facts,
    List<String> reported,
    String explanation)
    implements Page {
  public PortalNoticePage {
    sentences = List.copyOf(sentences);
    facts = List.copyOf(facts);
    reported = List.copyOf(reported);
  }
}
