package org.vigie.server.operation.running;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Makes the contexts of servers, for `META-INF/spring.factories`: those of tests start as the
/// installation's does.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class BriefContextFactory implements ApplicationContextFactory {
  @Override
  public @Nullable ConfigurableApplicationContext create(@Nullable WebApplicationType type) {
    return type == WebApplicationType.SERVLET ? new BriefContext() : null;
  }
}
