package org.vigie.server.frame;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/// Wires the parts of the frame that other modules use.
@Configuration(proxyBeanMethods = false)
class FrameConfiguration {
  @Bean
  InstantSource clock() {
    return MicrosecondClock.system();
  }

  /// In the place of Spring Boot's own, which takes the last of several fields of one name.
  @Bean
  JsonFactory jsonFactory(ObjectProvider<JsonFactoryBuilderCustomizer> settings) {
    JsonFactoryBuilder builder = JsonFactory.builder();
    settings.orderedStream().forEach(each -> each.customize(builder));
    return new UniqueFieldsFactory(builder);
  }

  @Bean
  ProblemTypes problemTypes(ObjectProvider<ProblemType> ofModules) {
    return ProblemTypes.with(ofModules.orderedStream());
  }
}
