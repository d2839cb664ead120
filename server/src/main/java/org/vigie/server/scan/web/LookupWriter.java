package org.vigie.server.scan.web;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.Match;
import org.vigie.server.frame.Json;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Severity;
import org.vigie.server.scan.lookup.LookupFindings;
import tools.jackson.core.JsonGenerator;

/// Writes the answer to a look-up: the matches alone, by the place of the signal.
final class LookupWriter {
  private static final int USUAL_BYTES = 512;

  private final JsonGenerator json;
  private final PolicyCatalogue policy;

  private LookupWriter(JsonGenerator json, PolicyCatalogue policy) {
    this.json = json;
    this.policy = policy;
  }

  static byte[] write(LookupFindings found) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = Json.mapper().createGenerator(bytes)) {
      new LookupWriter(json, found.policy()).writeAnswer(found);
    }
    return bytes.toByteArray();
  }

  private void writeAnswer(LookupFindings found) {
    json.writeStartObject();
    json.writeNumberProperty("bank_revision", found.findings().revision().number());
    json.writeNumberProperty("policy_revision", policy.revision().number());
    writeResults(found.findings().contents());
    json.writeArrayPropertyStart("not_compared");
    found.notCompared().forEach(json::writeNumber);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeResults(List<Findings.Found> contents) {
    json.writeArrayPropertyStart("results");
    for (int i = 0; i < contents.size(); i++) {
      Findings.Found found = contents.get(i);
      if (!found.matches().isEmpty() || !found.silenced().isEmpty()) {
        writeResult(i, found);
      }
    }
    json.writeEndArray();
  }

  private void writeResult(int index, Findings.Found found) {
    json.writeStartObject();
    json.writeNumberProperty("index", index);
    json.writeArrayPropertyStart("matches");
    found.matches().forEach(match -> write(match, isContradicted(match, found)));
    json.writeEndArray();
    json.writeArrayPropertyStart("silenced");
    found.silenced().forEach(this::write);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static boolean isContradicted(Match match, Findings.Found found) {
    return found.contradicted().stream().anyMatch(each -> each.match().equals(match));
  }

  private void write(Match match, boolean contradicted) {
    json.writeStartObject();
    json.writeStringProperty("bank", match.bank().name().value());
    json.writeNumberProperty("member", match.member().value());
    json.writeStringProperty("category", match.bank().category().value());
    severity(match).ifPresent(word -> json.writeStringProperty("severity", word));
    json.writeStringProperty("signal_type", match.type().id());
    json.writeNumberProperty("distance", match.distance());
    json.writeNumberProperty("radius", match.bank().terms().radius());
    match
        .orientation()
        .map(Dihedral::label)
        .ifPresent(label -> json.writeStringProperty("transform", label));
    json.writeBooleanProperty("disputed", match.disputed());
    json.writeBooleanProperty("contradicted", contradicted);
    json.writeBooleanProperty("verified", match.bank().verified());
    json.writeEndObject();
  }

  private void write(Findings.Silenced silenced) {
    json.writeStartObject();
    json.writeName("match");
    write(silenced.match(), false);
    json.writeObjectPropertyStart("by");
    json.writeStringProperty("bank", silenced.by().bank().name().value());
    json.writeNumberProperty("member", silenced.by().member().value());
    json.writeNumberProperty("distance", silenced.by().distance());
    json.writeEndObject();
    json.writeEndObject();
  }

  private Optional<String> severity(Match match) {
    return policy.find(match.bank().category()).map(Category::severity).map(Severity::word);
  }
}
