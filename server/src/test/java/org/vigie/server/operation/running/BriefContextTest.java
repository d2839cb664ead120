package org.vigie.server.operation.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.jackson.JacksonMixinModuleEntries;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;

final class BriefContextTest {
  /// A web server without a port.
  private static final class NoServer implements WebServer {
    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public int getPort() {
      return -1;
    }
  }

  @Test
  void context_ofAServer_isBrief() {
    assertThat(ApplicationContextFactory.DEFAULT.create(WebApplicationType.SERVLET))
        .isInstanceOf(BriefContext.class);
  }

  @Test
  void start_readsNoClassesForMixinsAndRemembersTypesFromTheWebServerOn() {
    List<Boolean> frozen = new ArrayList<>();
    try (BriefContext context = new BriefContext()) {
      context.registerBean(
          "jacksonMixinModuleEntries",
          JacksonMixinModuleEntries.class,
          () -> JacksonMixinModuleEntries.create(found -> found.and(List.class, NoServer.class)));
      context.registerBean(ServletWebServerFactory.class, () -> _ -> {
        frozen.add(context.getBeanFactory().isConfigurationFrozen());
        return new NoServer();
      });
      context.refresh();
      List<Class<?>> mixins = new ArrayList<>();
      context
          .getBean(JacksonMixinModuleEntries.class)
          .doWithEntry(getClass().getClassLoader(), (_, mixin) -> mixins.add(mixin));
      assertThat(mixins).isEmpty();
    }
    assertThat(frozen).containsExactly(true);
  }
}
