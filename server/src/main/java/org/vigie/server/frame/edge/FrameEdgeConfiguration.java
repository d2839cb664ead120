package org.vigie.server.frame.edge;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.vigie.server.frame.BodyAllowance;
import org.vigie.server.frame.CallPlaces;
import org.vigie.server.frame.DiskSpace;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.UploadPaths;
import org.vigie.server.frame.VisitorNetwork;
import org.vigie.server.frame.failing.FailedFilters;
import org.vigie.server.frame.failing.FailedRequests;
import org.vigie.server.frame.settings.EdgeSettings;
import org.vigie.server.frame.settings.FrameSettings;

/// Wires the steps before a request is read, in this order.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FrameSettings.class, EdgeSettings.class})
class FrameEdgeConfiguration {
  /// Before Spring's own filters, and long before the gates of `access`.
  private static final int REQUEST_IDS = Ordered.HIGHEST_PRECEDENCE;
  private static final int BODY_SIZE = REQUEST_IDS + 1;
  private static final int DISK = REQUEST_IDS + 2;
  private static final int FAILURES = REQUEST_IDS + 3;
  private static final int LANES = REQUEST_IDS + 4;
  private static final int VISITS = REQUEST_IDS + 5;

  @Bean
  FilterRegistrationBean<RequestIdFilter> requestIds() {
    return before(new RequestIdFilter(new SecureRandom()), REQUEST_IDS);
  }

  /// It has its place in the chain of programs, behind [CallPlaces]: who waits to be known by a
  /// key, or has none, holds no place of those who are.
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

  /// Behind the filter that measures requests, which would count exceptions as failures of its own.
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
}
