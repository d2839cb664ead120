package org.vigie.server.frame;

import io.swagger.v3.oas.models.OpenAPI;

/// A part of the API document that a module writes in its own way; modules have beans for it.
@FunctionalInterface
public interface DocumentPart {
  /// Changes the document, in which all calls are described already.
  void customise(OpenAPI document);
}
