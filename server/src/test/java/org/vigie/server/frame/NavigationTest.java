package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

final class NavigationTest {
  private static final NavigationEntry HOME = entry(Section.HOME, 0, "/");
  private static final NavigationEntry CASES = entry(Section.REVIEW, 10, "/review");
  private static final NavigationEntry LEAD = entry(Section.INSIGHTS, 10, "/review/lead");
  private static final NavigationEntry SCANS = entry(Section.KNOWN_CONTENT, 20, "/scans");
  private static final NavigationEntry BANKS = entry(Section.KNOWN_CONTENT, 10, "/banks");
  private static final NavigationEntry ACCOUNT = entry(Section.ACCOUNT, 10, "/account");

  private static NavigationEntry entry(Section section, int order, String path) {
    return new NavigationEntry(section, order, "title", path, new SimpleGrantedAuthority("read"));
  }

  private static Navigation at(String path) {
    return new Navigation(List.of(ACCOUNT, SCANS, BANKS, LEAD, HOME, CASES), path);
  }

  @Test
  void sections_inWhateverOrderModulesAreRead_standInTheirOwn() {
    assertThat(at("/").sections())
        .containsExactly(Section.HOME, Section.REVIEW, Section.INSIGHTS, Section.KNOWN_CONTENT);
    assertThat(at("/").in(Section.KNOWN_CONTENT)).containsExactly(BANKS, SCANS);
    assertThat(at("/").in(Section.ACCOUNT)).containsExactly(ACCOUNT);
    assertThat(at("/").in(Section.LEGAL)).isEmpty();
  }

  @Test
  void current_onAPageAndBelowIt_isTheNearestLinkAlone() {
    assertThat(at("/review").current(CASES)).contains("page");
    assertThat(at("/review/cases/7").current(CASES)).contains("true");
    assertThat(at("/review/lead/opt-outs").current(LEAD)).contains("true");
    assertThat(at("/review/lead/opt-outs").current(CASES)).isEmpty();
    assertThat(at("/reviewers").current(CASES)).isEmpty();
    assertThat(at("/problems").current(HOME)).isEmpty();
  }

  @Test
  void leadsTo_aPathOfALink_isTrueOfThisPathOnly() {
    assertThat(at("/").leadsTo("/banks")).isTrue();
    assertThat(at("/").leadsTo("/banks/new")).isFalse();
  }
}
