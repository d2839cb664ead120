package org.vigie.server.hma.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.server.hma.lookup.Finding;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// One match as JSON.
///
/// @param distance a number, printed, as in HMA
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "HmaMatch")
public record MatchAnswer(long bankContentId, String distance) {
  static MatchAnswer of(Finding finding) {
    return new MatchAnswer(finding.content(), Integer.toString(finding.distance()));
  }

  /// Returns matches by the names of their banks.
  static Map<String, List<MatchAnswer>> byBank(List<Finding> findings) {
    Map<String, List<MatchAnswer>> byBank = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byBank.computeIfAbsent(finding.bank(), _ -> new ArrayList<>()).add(of(finding));
    }
    return byBank;
  }
}
