package org.vigie.server.hma.web;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.server.hma.vocabulary.HmaProblems;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// HMA's `metadata` of content: an object with `content_id`, `content_uri` and `json`, each
/// optional. `collab` would name the exchange that content is from; as there is none, it is
/// dropped when sent, as in HMA, and never there.
final class Metadata {
  static final String CONTENT_URI = "content_uri";

  private static final String CONTENT_ID = "content_id";
  private static final String JSON = "json";
  private static final String COLLAB = "collab";
  private static final Set<String> KNOWN = Set.of(CONTENT_ID, CONTENT_URI, JSON);

  private final JsonMapper mapper;

  Metadata(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /// Reads the object of a JSON body.
  ///
  /// @throws org.vigie.server.frame.ProblemException if it has other fields, or values of another
  ///     kind
  static Optional<String> ofBody(Optional<JsonNode> sent) {
    return sent.map(node -> checked(((ObjectNode) node.deepCopy()))).map(JsonNode::toString);
  }

  private static ObjectNode checked(ObjectNode metadata) {
    metadata.remove(COLLAB);
    if (!KNOWN.containsAll(metadata.propertyNames())) {
      throw HmaProblems.bad("metadata has a field other than content_id, content_uri and json.");
    }
    Body body = new Body(metadata);
    body.text(CONTENT_ID);
    body.text(CONTENT_URI);
    body.object(JSON);
    return metadata;
  }

  /// Reads the fields of a form. `metadata` is HMA's object, or, as Coop sends it, the object
  /// that belongs under `json`, with fields `content_id` and `content_uri` of the form beside it.
  ///
  /// @param metadata null where it is not there, as for the others
  Optional<String> ofForm(
      @Nullable String metadata, @Nullable String contentId, @Nullable String contentUri) {
    ObjectNode all =
        Parameters.given(metadata).map(this::ofFormObject).orElseGet(mapper::createObjectNode);
    Parameters.given(contentId).ifPresent(id -> all.put(CONTENT_ID, id));
    Parameters.given(contentUri).ifPresent(uri -> all.put(CONTENT_URI, uri));
    return all.isEmpty() ? Optional.empty() : Optional.of(all.toString());
  }

  private ObjectNode ofFormObject(String text) {
    if (!(parsed(text) instanceof ObjectNode object)) {
      throw HmaProblems.bad("metadata has to be a JSON object.");
    }
    object.remove(COLLAB);
    return KNOWN.containsAll(object.propertyNames()) ? checked(object) : underJson(object);
  }

  private JsonNode parsed(String text) {
    try {
      return mapper.readTree(text);
    } catch (JacksonException e) {
      throw HmaProblems.bad("metadata is not JSON.");
    }
  }

  /// Returns the metadata of a member as HMA's object; metadata of another form and source are
  /// under `json`.
  Optional<JsonNode> ofMember(Optional<String> stored) {
    return stored
        .map(mapper::readTree)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .filter(object -> !object.isEmpty())
        .map(object -> KNOWN.containsAll(object.propertyNames()) ? object : underJson(object));
  }

  private ObjectNode underJson(ObjectNode object) {
    ObjectNode all = mapper.createObjectNode();
    all.set(JSON, object);
    return all;
  }
}
