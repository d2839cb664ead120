package org.vigie.server.report.form;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.report.settings.ReportSecret;
import org.vigie.server.report.store.FormThrottleStore;

/// Wires the pass and the throttle of the public form.
@Configuration(proxyBeanMethods = false)
class ReportFormConfiguration {
  @Bean
  FormPasses formPasses(ReportSecret secret, InstantSource clock) {
    return new FormPasses(secret, clock);
  }

  @Bean
  FormThrottle formThrottle(FormThrottleStore store, ReportSecret secret, InstantSource clock) {
    return new FormThrottle(store, secret, clock);
  }

  @Bean
  SupportServices supportServices() {
    return SupportServices.load();
  }
}
