package org.vigie.server.frame.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Waiting;
import org.vigie.server.frame.failing.FailedRequests;
import org.vigie.server.frame.settings.FrameSettings;

/// Wires pages, their texts and their language.
@Configuration(proxyBeanMethods = false)
class FramePageConfiguration {
  /// Handlers of a module's own come first, Spring's answers without words never.
  private static final int AFTER_EXCEPTION_HANDLERS = 1;

  private static final int BEFORE_RESOURCES = 0;

  private static final Duration A_YEAR = Duration.ofDays(365);

  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.vigie.templates");
  }

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames(
        "messages/frame",
        "messages/access",
        "messages/policy",
        "messages/explanations",
        "messages/keywords",
        "messages/bank",
        "messages/evidence",
        "messages/scan",
        "messages/review",
        "messages/report",
        "messages/enforcement",
        "messages/outbox",
        "messages/hma",
        "messages/home");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  /// The language follows the browser until the visitor chooses one with `?lang=`.
  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("language");
    resolver.setCookieMaxAge(A_YEAR);
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }

  @Bean
  StyleSheet styleSheet() {
    return StyleSheet.read();
  }

  @Bean
  SimpleUrlHandlerMapping stylePath(StyleSheet styles) {
    return new SimpleUrlHandlerMapping(Map.of(StyleSheet.PATH, styles), BEFORE_RESOURCES);
  }

  @Bean
  FrameResolver frameResolver(
      MessageSource messages,
      List<NavigationEntry> entries,
      StyleSheet styles,
      FrameSettings settings,
      CountedToDo waiting,
      InstantSource clock) {
    return new FrameResolver(messages, entries, styles, settings, waiting, clock);
  }

  @Bean
  CountedToDo countedToDo(ObjectProvider<Waiting> kinds, InstantSource clock) {
    return new CountedToDo(() -> kinds.stream().toList(), clock);
  }

  @Bean
  WebMvcConfigurer pages(
      TemplateEngine engine, FrameResolver frames, FailedRequests failures, CountedToDo waiting) {
    return new WebMvcConfigurer() {
      @Override
      public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new PageConverter(engine));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(frames);
      }

      @Override
      public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(AFTER_EXCEPTION_HANDLERS, failures);
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice());
        registry.addInterceptor(new ActsCountAgain(waiting));
      }
    };
  }
}
