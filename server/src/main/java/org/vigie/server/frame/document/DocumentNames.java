package org.vigie.server.frame.document;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import io.swagger.v3.core.jackson.ModelResolver;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Gives Vigie's JSON names to the writer of the API document, which uses an older Jackson.
public final class DocumentNames extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1;

  /// Returns the resolver of a type's fields for the document.
  public static ModelResolver resolver(ObjectMapper springdoc) {
    ObjectMapper mapper = springdoc.copy();
    mapper.setAnnotationIntrospector(AnnotationIntrospector.pair(
        new DocumentNames(), mapper.getSerializationConfig().getAnnotationIntrospector()));
    return new ModelResolver(mapper);
  }

  @Override
  public @Nullable Object findNamingStrategy(AnnotatedClass type) {
    JsonNaming naming = type.getRawType().getAnnotation(JsonNaming.class);
    if (naming == null) {
      return null;
    }
    if (!naming.value().equals(SnakeCaseStrategy.class)) {
      throw new IllegalStateException("the API document knows no names but those in snake case");
    }
    return PropertyNamingStrategies.SNAKE_CASE;
  }
}
