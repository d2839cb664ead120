package org.vigie.server.access.web;

import java.time.InstantSource;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Viewer;
import org.vigie.server.access.agreement.AccessRequests;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.Section;
import org.vigie.server.frame.VisitorNetwork;
import org.vigie.server.frame.Waiting;

/// Wires calls and pages, and the parameters of all modules' handlers.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class AccessWebConfiguration {
  @Bean
  TestKeyHandlers testKeyHandlers() {
    return new TestKeyHandlers();
  }

  @Bean
  OperationCustomizer documentedScopes() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    return new DocumentedScopes();
  }

  @Bean
  VisitorNetwork visitorNetwork(AccessSettings settings) {
    return request -> AddressResolver.of(request, settings).network();
  }

  @Bean
  WebMvcConfigurer permissions(AccessSettings settings, AccessLedger ledger) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RequiredPermissions());
        registry.addInterceptor(new RecordedLooks(ledger));
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
        resolvers.add(new AddressResolver(settings));
      }
    };
  }

  @Bean
  ProblemType keyExpired() {
    return KeyProblems.EXPIRED;
  }

  @Bean
  ProblemType keyNotFromThisNetwork() {
    return KeyProblems.NETWORK;
  }

  @Bean
  ProblemType notInTestMode() {
    return KeyProblems.NOT_IN_TEST_MODE;
  }

  @Bean
  NavigationEntry peopleEntry() {
    return new NavigationEntry(
        Section.ADMINISTRATION, 20, "access.people.title", "/people", Permission.PEOPLE_READ);
  }

  @Bean
  NavigationEntry requestsEntry() {
    return new NavigationEntry(
        Section.ADMINISTRATION, 30, "access.requests.title", "/requests", Permission.PEOPLE_READ);
  }

  @Bean
  Waiting requestsToApprove(AccessRequests requests) {
    return new Waiting(
        30,
        Permission.PEOPLE_WRITE,
        "access.waiting.requests",
        "/requests",
        "/requests",
        Viewer.counting(requests::approvable));
  }

  @Bean
  Waiting keysThatExpire(ApiKeys keys, InstantSource clock) {
    return new Waiting(
        80,
        Permission.KEYS_WRITE,
        "access.waiting.keys",
        "/keys",
        "/keys",
        _ -> Waiting.Count.of(keys.all().stream()
            .filter(key -> key.state(clock.instant()) == ApiKey.State.EXPIRES_SOON)
            .count()));
  }

  @Bean
  NavigationEntry keysEntry() {
    return new NavigationEntry(
        Section.ADMINISTRATION, 40, "access.keys.title", "/keys", Permission.KEYS_READ);
  }

  @Bean
  NavigationEntry ledgerEntry() {
    return new NavigationEntry(
        Section.ADMINISTRATION, 50, "access.ledger.title", "/ledger", Permission.LEDGER_READ);
  }

  @Bean
  NavigationEntry accountEntry() {
    return new NavigationEntry(
        Section.ACCOUNT, 10, "access.account.title", "/account", Permission.OWN_ACCOUNT);
  }
}
