package org.vigie.server.access.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.vigie.server.access.AccessSettings;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.access.store.PeopleStore;
import org.vigie.server.frame.CallPlaces;
import org.vigie.server.frame.ErrorAnswers;

/// Wires the filters that every request passes: of programs, of strangers and of people.
@Configuration(proxyBeanMethods = false)
class AccessGatesConfiguration {
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

  /// Reporters, who are never signed in.
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
}
