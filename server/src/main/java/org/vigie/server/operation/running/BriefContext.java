package org.vigie.server.operation.running;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.jackson.JacksonMixinModuleEntries;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/// The application's context, which starts with less work than Spring Boot's.
///
/// - **Lookups by type are remembered from the web server's start on.** Spring remembers them only
///   once the definitions of beans are frozen, after the web server has started; but that start
///   makes the filters, and with them most of the beans, each of which looked through all
///   definitions. No definition is added in between.
/// - **No class is read in search of mixins for JSON.** There are none.
final class BriefContext extends AnnotationConfigServletWebServerApplicationContext {
  private static final String MIXINS = "jacksonMixinModuleEntries";

  @Override
  protected void onRefresh() {
    withoutMixins(this);
    getBeanFactory().freezeConfiguration();
    super.onRefresh();
  }

  private static void withoutMixins(BeanDefinitionRegistry beans) {
    if (beans.containsBeanDefinition(MIXINS)) {
      beans.removeBeanDefinition(MIXINS);
      beans.registerBeanDefinition(
          MIXINS,
          new RootBeanDefinition(
              JacksonMixinModuleEntries.class, () -> JacksonMixinModuleEntries.create(_ -> {})));
    }
  }
}
