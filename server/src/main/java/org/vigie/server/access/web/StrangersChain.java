package org.vigie.server.access.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;

/// Guards requests of reporters, who have no account.
///
/// No caller is signed in here and no cookie is read, so a form that another site sends through a
/// visitor's browser gains nothing that the site could not send itself. So there is no form token,
/// and no cookie for one.
final class StrangersChain {
  private StrangersChain() {}

  /// Builds the chain for the form.
  public static SecurityFilterChain build(HttpSecurity http) {
    return bare(http).securityMatcher("/report", "/report/**").build();
  }

  /// Builds the chain for the script that other sites load to show a link to the form.
  public static SecurityFilterChain buildForScript(HttpSecurity http) {
    return bare(http)
        .securityMatcher("/report/embed.js")
        .headers(headers -> headers.crossOriginResourcePolicy(
            policy -> policy.policy(CrossOriginResourcePolicy.CROSS_ORIGIN)))
        .build();
  }

  private static HttpSecurity bare(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(PeopleChain::headers)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .anonymous(PeopleChain::nameStrangers)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
  }
}
