package org.vigie.server.access.web;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Person;
import org.vigie.server.frame.Finder;
import org.vigie.server.frame.Texts;

/// Wires the search for people and keys. Both are few: their lists show all of them, too.
@Configuration(proxyBeanMethods = false)
class FindersConfiguration {
  @Bean
  Finder findPeople(People people) {
    return new Finder(
        40,
        Permission.PEOPLE_READ,
        "access.people.title",
        sought -> people.all().stream()
            .filter(person -> sought.isIn(person.name().value()))
            .limit(Finder.MOST)
            .map(person -> found(person, sought.texts()))
            .toList());
  }

  private static Finder.Found found(Person person, Texts texts) {
    String roles = person.roles().stream()
        .sorted()
        .map(role -> texts.get("access.role", role))
        .collect(Collectors.joining(", "));
    return new Finder.Found(
        person.name().value(), roles, "/people/" + person.id().value());
  }

  @Bean
  Finder findKeys(ApiKeys keys) {
    return new Finder(
        50,
        Permission.KEYS_READ,
        "access.keys.title",
        sought -> keys.all().stream()
            .filter(
                key -> sought.isIn(key.name().value()) || key.id().value().equals(sought.words()))
            .limit(Finder.MOST)
            .map(FindersConfiguration::found)
            .toList());
  }

  private static Finder.Found found(ApiKey key) {
    return new Finder.Found(
        key.name().value(), key.id().value(), "/keys/" + key.id().value());
  }
}
