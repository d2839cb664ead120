package org.vigie.server.frame.edge;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.settings.ConnectionSettings;

/// Wires the bounds on connections.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionSettings.class)
class ConnectionConfiguration {
  /// From where probes, the command line and proxies on this machine call. Other addresses of
  /// 127.0.0.0/8 are networks like any.
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "::1");

  @Bean
  ConnectionFence connectionFence(ConnectionSettings settings, MeterRegistry meters) {
    Set<InetAddress> uncounted = Stream.concat(THIS_MACHINE.stream(), settings.proxies().stream())
        .map(InetAddress::ofLiteral)
        .collect(Collectors.toSet());
    ConnectionShares shares = new ConnectionShares(settings.networkShare(), uncounted);
    return new ConnectionFence(shares, new SlowHeads(settings.headDeadline()), meters);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> fairConnections(ConnectionFence fence) {
    return factory -> {
      factory.setProtocol(FairProtocol.class.getName());
      factory.addConnectorCustomizers(connector -> {
        if (connector.getProtocolHandler() instanceof FairProtocol protocol) {
          protocol.use(fence);
        }
      });
    };
  }

  /// In the place of Spring Boot's, which has no words either. The last valve is asked first.
  @Bean
  @Order
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals(ErrorAnswers answers) {
    return factory -> factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new RefusalValve(answers)));
  }
}
