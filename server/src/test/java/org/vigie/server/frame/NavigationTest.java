package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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
    return new Navigation(
        List.of(ACCOUNT, SCANS, BANKS, LEAD, HOME, CASES), path, NavigationTest::waiting);
  }

  private static List<ToDo.Item> waiting() {
    return List.of(item("/review", 3), item("/review", 4), item("/scans", 2), item("/gone", 9));
  }

  private static ToDo.Item item(String place, long number) {
    Waiting kind = new Waiting(
        1, new SimpleGrantedAuthority("read"), "key", place, place, _ -> Waiting.Count.of(number));
    return new ToDo.Item(kind, Optional.of(Waiting.Count.of(number)));
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

  @Test
  void currentSection_withOneLinkOnly_hasNoRowOfItsOwn() {
    assertThat(at("/banks/terror").currentSection()).contains(Section.KNOWN_CONTENT);
    assertThat(at("/review/cases/7").currentSection()).isEmpty();
    assertThat(at("/").currentSection()).isEmpty();
    assertThat(at("/account").currentSection()).isEmpty();
    assertThat(at("/banks/terror").current(Section.KNOWN_CONTENT)).contains("true");
    assertThat(at("/banks/terror").current(Section.REVIEW)).isEmpty();
  }

  @Test
  void waiting_ofAPlace_isTheSumOfItsKindsAndCountsInItsSection() {
    assertThat(at("/").waitingAt(CASES)).isEqualTo(7);
    assertThat(at("/").waitingAt(BANKS)).isZero();
    assertThat(at("/").waitingIn(Section.KNOWN_CONTENT)).isEqualTo(2);
    assertThat(at("/").waitingIn(Section.REVIEW)).isEqualTo(7);
  }
}
