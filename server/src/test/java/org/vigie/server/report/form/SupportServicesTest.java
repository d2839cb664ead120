package org.vigie.server.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SupportServicesTest {
  @Test
  void services_ofTheFile_areWellFormedAndOnce() {
    Set<String> countries = Set.of(Locale.getISOCountries());

    assertThat(SupportServices.load().all()).hasSizeGreaterThan(10).allSatisfy(service -> {
      assertThat(service.address()).matches("https://[a-z0-9.-]+(/[a-z/]*)?");
      assertThat(service.phone().orElse("0")).matches("[0-9 -]+");
      assertThat(countries).containsAll(service.country().stream().toList());
    });
    assertThat(SupportServices.load().all()).doesNotHaveDuplicates();
  }
}
