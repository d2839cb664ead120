package org.vigie.server.frame.failing;

import gg.jte.TemplateEngine;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.vigie.server.frame.DiskSpace;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.page.FrameResolver;
import tools.jackson.databind.json.JsonMapper;

/// Wires the answers to requests that failed.
@Configuration(proxyBeanMethods = false)
class FrameFailingConfiguration {
  private static final int BEFORE_RESOURCES = 0;

  @Bean
  ErrorAnswers errorAnswers(FrameResolver frames, TemplateEngine engine, JsonMapper json) {
    return new ErrorAnswers(frames, engine, json);
  }

  @Bean
  FailedRequests failedRequests(ErrorAnswers answers, ObjectProvider<DiskSpace> disk) {
    return new FailedRequests(answers, disk);
  }

  @Bean
  SimpleUrlHandlerMapping errorPath(FailedRequests failures) {
    return new SimpleUrlHandlerMapping(Map.of("/error", failures), BEFORE_RESOURCES);
  }
}
