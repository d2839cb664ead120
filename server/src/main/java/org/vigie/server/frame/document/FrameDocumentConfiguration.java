package org.vigie.server.frame.document;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.ObjectSchema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.frame.ApiDocument;
import org.vigie.server.frame.DocumentPart;
import org.vigie.server.frame.ProblemTypes;
import tools.jackson.databind.JsonNode;

/// Wires the API document.
@Configuration(proxyBeanMethods = false)
class FrameDocumentConfiguration {
  @Bean
  OpenApiCustomizer apiDocument(
      ProblemTypes types, DocumentedProblems problems, ObjectProvider<DocumentPart> ofModules) {
    WordedDocument texts = new WordedDocument(ApiTexts.read());
    return new ApiDocument(types, problems, texts, ofModules.orderedStream().toList());
  }

  @Bean
  DocumentedProblems documentedProblems(ProblemTypes types) {
    return new DocumentedProblems(types);
  }

  @Bean
  ModelResolver documentNames(ObjectMapperProvider springdoc) {
    SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new ObjectSchema());
    return DocumentNames.resolver(springdoc.jsonMapper());
  }
}
