package org.vigie.server.access;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.access.store.GrantStore;
import org.vigie.server.access.store.KeyStore;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.access.store.PeopleStore;
import org.vigie.server.access.web.AddressResolver;
import org.vigie.server.access.web.CallerResolver;
import org.vigie.server.access.web.DocumentedScopes;
import org.vigie.server.access.web.ForPrograms;
import org.vigie.server.access.web.KeyFilter;
import org.vigie.server.access.web.KeyProblems;
import org.vigie.server.access.web.KeyShares;
import org.vigie.server.access.web.OidcSignIn;
import org.vigie.server.access.web.PeopleChain;
import org.vigie.server.access.web.PermissionFirst;
import org.vigie.server.access.web.PersonFilter;
import org.vigie.server.access.web.RecordedLooks;
import org.vigie.server.access.web.Refusals;
import org.vigie.server.access.web.RequiredPermissions;
import org.vigie.server.access.web.Sessions;
import org.vigie.server.access.web.StrangersChain;
import org.vigie.server.access.web.TestKeyHandlers;
import org.vigie.server.frame.CallPlaces;
import org.vigie.server.frame.ErrorAnswers;
import org.vigie.server.frame.FirstStep;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.VisitorNetwork;

/// Wires who may do what: programs here, people in [PeopleConfiguration].
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
@Import(PeopleConfiguration.class)
class AccessConfiguration {
  @Bean
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Bean
  LedgerStore accessLedger(JdbcClient jdbc, InstantSource clock) {
    return new LedgerStore(jdbc, clock);
  }

  @Bean
  KeyStore keyStore(JdbcClient jdbc) {
    return new KeyStore(jdbc);
  }

  @Bean
  ApiKeys apiKeys(
      KeyStore store,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock,
      SecureRandom random) {
    return new ApiKeys(store, ledger, transactions, clock, random);
  }

  @Bean
  Grants grants(
      JdbcClient jdbc,
      PeopleStore people,
      Independence independence,
      AccessLedger ledger,
      TransactionOperations transactions,
      InstantSource clock) {
    return new Grants(new GrantStore(jdbc), people, independence, ledger, transactions, clock);
  }

  @Bean
  FirstStep addFirstKey(ApiKeys keys) {
    return new FirstKeyStep(keys);
  }

  @Bean
  HomePanel keysPanel(ApiKeys keys, InstantSource clock) {
    return new KeysPanel(keys, clock);
  }

  @Bean
  KeyGate keyGate(KeyStore store, InstantSource clock) {
    return new KeyGate(store, clock, System::nanoTime);
  }

  @Bean
  KeyWatch keyWatch(KeyGate gate) {
    return new KeyWatch(
        gate,
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("keys").factory()));
  }

  /// Requests are measured as a whole. Measuring each filter of the gates as well took a fifth
  /// of the time of a look-up.
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /// Programs: no session, no form token, no redirects.
  @Bean
  @Order(1)
  SecurityFilterChain programs(
      HttpSecurity http,
      KeyGate gate,
      AccessSettings settings,
      ErrorAnswers answers,
      CallPlaces places,
      @Qualifier("loadLimit") FilterRegistrationBean<?> loadLimit) {
    Refusals refusals = new Refusals(answers);
    KeyFilter keys = new KeyFilter(gate, refusals, settings);
    KeyShares shares = new KeyShares(places, answers);
    return http.securityMatcher(ForPrograms.REQUESTS)
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(PeopleChain::headers)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .anonymous(PeopleChain::nameStrangers)
        .addFilterBefore(keys, ExceptionTranslationFilter.class)
        .addFilterBefore(shares, ExceptionTranslationFilter.class)
        .addFilterBefore(loadLimit.getFilter(), ExceptionTranslationFilter.class)
        .exceptionHandling(exceptions ->
            exceptions.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /// The script that other sites load to show a link to the form of reports.
  @Bean
  @Order(2)
  SecurityFilterChain strangersScript(HttpSecurity http) {
    return StrangersChain.buildForScript(http);
  }

  /// Reporters: nobody is signed in.
  @Bean
  @Order(3)
  SecurityFilterChain strangers(HttpSecurity http) {
    return StrangersChain.build(http);
  }

  /// People: sessions and form tokens.
  @Bean
  @Order(4)
  SecurityFilterChain peopleChain(
      HttpSecurity http,
      Sessions sessions,
      PeopleStore people,
      AccessSettings settings,
      OidcSignIn oidc,
      @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
    PermissionFirst permissions = new PermissionFirst(handlers::getObject);
    return PeopleChain.build(http, new PersonFilter(sessions, people), permissions, settings, oidc);
  }

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
  LedgerActs accessActs() {
    return new AccessActs();
  }

  @Bean
  NavigationEntry peopleEntry() {
    return new NavigationEntry(70, "access.people.title", "/people", Permission.PEOPLE_READ);
  }

  @Bean
  NavigationEntry requestsEntry() {
    return new NavigationEntry(72, "access.requests.title", "/requests", Permission.PEOPLE_READ);
  }

  @Bean
  NavigationEntry keysEntry() {
    return new NavigationEntry(75, "access.keys.title", "/keys", Permission.KEYS_READ);
  }

  @Bean
  NavigationEntry ledgerEntry() {
    return new NavigationEntry(80, "access.ledger.title", "/ledger", Permission.LEDGER_READ);
  }

  @Bean
  NavigationEntry accountEntry() {
    return new NavigationEntry(90, "access.account.title", "/account", Permission.OWN_ACCOUNT);
  }
}
