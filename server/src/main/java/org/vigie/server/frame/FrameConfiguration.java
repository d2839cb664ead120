package org.vigie.server.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.ObjectSchema;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.vigie.server.frame.document.ApiTexts;
import org.vigie.server.frame.document.WordedDocument;
import org.vigie.server.frame.edge.BodyLimits;
import org.vigie.server.frame.edge.BodyMemory;
import org.vigie.server.frame.edge.BodySizeFilter;
import org.vigie.server.frame.edge.BodyWatch;
import org.vigie.server.frame.edge.DiskFilter;
import org.vigie.server.frame.edge.Forms;
import org.vigie.server.frame.edge.LaneFilter;
import org.vigie.server.frame.edge.LoadLimitFilter;
import org.vigie.server.frame.edge.RequestIdFilter;
import org.vigie.server.frame.edge.VisitFilter;
import org.vigie.server.frame.edge.Visits;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Wires the frame.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FrameSettings.class, EdgeSettings.class})
class FrameConfiguration {
  private static final int BEFORE_RESOURCES = 0;

  /// Handlers of a module's own come first, Spring's answers without words never.
  private static final int AFTER_EXCEPTION_HANDLERS = 1;

  /// Before Spring's own filters, and long before the gates of `access`.
  private static final int REQUEST_IDS = Ordered.HIGHEST_PRECEDENCE;

  private static final int BODY_SIZE = REQUEST_IDS + 1;
  private static final int DISK = REQUEST_IDS + 2;
  private static final int FAILURES = REQUEST_IDS + 3;
  private static final int LANES = REQUEST_IDS + 4;
  private static final int VISITS = REQUEST_IDS + 5;

  private static final Duration A_YEAR = Duration.ofDays(365);

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
      FrameSettings settings) {
    return new FrameResolver(messages, entries, styles, settings);
  }

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

  @Bean
  ProblemTypes problemTypes(ObjectProvider<ProblemType> ofModules) {
    return ProblemTypes.with(ofModules.orderedStream());
  }

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

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIds() {
    return before(new RequestIdFilter(new SecureRandom()), REQUEST_IDS);
  }

  /// It is in the chain of programs, after [CallPlaces]: callers whose key is still unknown, or who
  /// have none, take no place of authenticated ones.
  @Bean
  FilterRegistrationBean<LoadLimitFilter> loadLimit(
      FrameSettings settings, ErrorAnswers answers, MeterRegistry meters) {
    int calls = settings.concurrentCalls(Runtime.getRuntime().availableProcessors());
    FilterRegistrationBean<LoadLimitFilter> limit =
        new FilterRegistrationBean<>(new LoadLimitFilter(calls, answers, meters));
    limit.setEnabled(false);
    return limit;
  }

  @Bean
  CallPlaces callPlaces(FrameSettings settings, EdgeSettings edge) {
    int calls = settings.concurrentCalls(Runtime.getRuntime().availableProcessors());
    return new CallPlaces(
        EdgeSettings.placesOf(edge.keyShare(), calls),
        EdgeSettings.placesOf(edge.strangerShare(), calls));
  }

  @Bean
  FilterRegistrationBean<BodySizeFilter> bodySize(BodyLimits limits, ErrorAnswers answers) {
    return before(new BodySizeFilter(limits, answers), BODY_SIZE);
  }

  @Bean
  FilterRegistrationBean<DiskFilter> diskRoom(
      ObjectProvider<DiskSpace> disk, ErrorAnswers answers) {
    return before(new DiskFilter(disk, answers), DISK);
  }

  /// After the filter that measures requests, which would count exceptions as failures.
  @Bean
  FilterRegistrationBean<FailedFilters> failedFilters(FailedRequests failures) {
    return before(new FailedFilters(failures), FAILURES);
  }

  @Bean
  FilterRegistrationBean<LaneFilter> lanes() {
    return before(new LaneFilter(), LANES);
  }

  @Bean
  FilterRegistrationBean<VisitFilter> visitFilter(Visits visits, ErrorAnswers answers) {
    return before(new VisitFilter(visits, answers::write), VISITS);
  }

  /// One page for every two cores: the other cores, and half of the database's connections, are for
  /// scans and for people at work.
  @Bean
  Visits visits(VisitorNetwork networks, MeterRegistry meters) {
    return new Visits(
        Math.max(1, Runtime.getRuntime().availableProcessors() / 2), networks, meters);
  }

  @Bean
  WebMvcConfigurer visitors(Visits visits) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(visits).order(Ordered.HIGHEST_PRECEDENCE);
      }
    };
  }

  @Bean
  BodyLimits bodyLimits(
      FrameSettings settings,
      EdgeSettings edge,
      ObjectProvider<BodyAllowance> allowances,
      ObjectProvider<UploadPaths> uploads) {
    return new BodyLimits(
        new BodyLimits.Sizes(
            settings.maxBody().toBytes(),
            settings.maxJsonBody().toBytes(),
            edge.maxFormBody().toBytes()),
        new BodyLimits.Pace(settings.bodyDeadline(), edge.minBodyRate().toBytes()),
        allowances.orderedStream().toList(),
        uploads.orderedStream().toList());
  }

  @Bean
  BodyMemory bodyMemory(EdgeSettings edge, MeterRegistry meters) {
    return new BodyMemory(edge.bodyMemory(Runtime.getRuntime().maxMemory()), meters);
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bodyWatch(
      BodyLimits limits, BodyMemory memory) {
    return factory -> factory.addEngineValves(new BodyWatch(limits, memory, System::nanoTime));
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> connections(EdgeSettings edge) {
    int most = edge.connections(Runtime.getRuntime().maxMemory());
    return factory ->
        factory.addConnectorCustomizers(connector -> setMost(connector.getProtocolHandler(), most));
  }

  private static void setMost(ProtocolHandler handler, int connections) {
    if (handler instanceof AbstractProtocol<?> protocol) {
      protocol.setMaxConnections(connections);
    }
  }

  /// Reads the parts of a form once a handler asks for them, and never before: Tomcat's own
  /// reading is off (`application.yaml`), as asking for any parameter would set it off.
  @Bean
  MultipartResolver multipartResolver(BodyLimits limits) {
    return new Forms(limits);
  }

  private static <F extends Filter> FilterRegistrationBean<F> before(F filter, int order) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }

  @Bean
  WebMvcConfigurer pages(TemplateEngine engine, FrameResolver frames, FailedRequests failures) {
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
      }
    };
  }
}
