package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.testkit.Step.step;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Role;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.revising.PolicyRevisions;
import org.vigie.server.policy.revising.PolicyRevisions.Authorship;
import org.vigie.server.policy.store.RevisionOrigin;
import org.vigie.server.policy.store.StoredRevision;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.flagging.FlaggerRegister;

/// One story at five desks, by keyboard alone: a person without an account and a hotline report,
/// two reviewers decide blindly, a lead decides where they differ, and the reporters read the
/// outcome.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FiveDesksTest {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);
  private static final Caller VIGIE = new Caller.Vigie();
  private static final String SPEECH = "illegal-or-harmful-speech";
  private static final String HELD = "form[data-keep]";
  private static final String NOTE = "The word was used as an insult before.";
  private static final String EXPLANATION = "It sets people against their neighbours.";

  private final Browsing browsing = Browsing.start();

  /// Two people decide about speech, each without seeing the other's decision.
  @BeforeAll
  static void letTwoPeopleDecide() {
    PolicyRevisions revisions = bean(PolicyRevisions.class);
    StoredRevision now = revisions.newest();
    String text = now.text()
        .replaceFirst(
            "\n  rules:\n",
            "\n  rules:\n    - category: " + SPEECH + "\n      second-reviewer: blind\n");
    revisions.revise(
        now.entry().revision(), text, new Authorship(VIGIE, RevisionOrigin.PAGE, "Two people."));
  }

  @AfterAll
  void stop() {
    browsing.close();
  }

  /// Returns one look in each language.
  static Stream<Look> languages() {
    return Look.all().limit(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void reports_decidedByTwoWhoDiffer_areDecidedByALeadAndAnswered(Look look) {
    Story story = new Story(look);
    try (BrowserContext reporter = browsing.window(look);
        BrowserContext hotline = browsing.window(look);
        BrowserContext first = browsing.window(look);
        BrowserContext second = browsing.window(look);
        BrowserContext lead = browsing.window(look)) {
      Page receipt = step("somebody reports", () -> story.report(reporter));
      Page portal = step("a hotline reports", () -> story.flag(hotline, flagger(look)));
      String waiting = badge(receipt);
      String flagged = badge(portal);

      Page one = DeskPeople.signIn(first, DeskPeople.invite("one", Role.REVIEWER, look));
      step("the first reviewer decides about the report", () -> {
        story.claim(one, story.reported());
        story.note(one);
        story.writeDecision(one);
        story.decide(one, "t");
      });
      step("and about the notice", () -> story.remove(one, story.flagged()));
      Page two = DeskPeople.signIn(second, DeskPeople.invite("two", Role.REVIEWER, look));
      step("the second reviewer does not see the first decision", () -> {
        story.claim(two, story.reported());
        assertThat(two.locator("main").textContent())
            .as("the second reviewer does not see what the first decided")
            .doesNotContain(DeskPeople.name("one"))
            .doesNotContain(EXPLANATION)
            .doesNotContain(NOTE);
      });
      step("and decides otherwise", () -> story.decide(two, "a"));
      step("but the same about the notice", () -> story.remove(two, story.flagged()));
      step(
          "the hotline reads the answer",
          () -> assertThat(laterBadge(portal, flagged)).isNotEqualTo(flagged));
      browsing.keep(portal, "five-desks-hotline-answer", look);

      Page head = DeskPeople.signIn(lead, DeskPeople.invite("lead", Role.LEAD, look));
      step("a lead sees both and decides", () -> {
        story.claim(head, story.reported());
        assertThat(head.locator("main").textContent())
            .contains(DeskPeople.name("one"), DeskPeople.name("two"), NOTE);
        story.writeDecision(head);
        story.decide(head, "t");
      });
      step(
          "the reporter reads the answer",
          () -> assertThat(laterBadge(receipt, waiting)).isNotEqualTo(waiting));
      browsing.keep(receipt, "five-desks-reporter-answer", look);
      step("the lead sees how often the two agree", () -> {
        head.navigate(address("/review/lead/quality"));
        browsing.keep(head, "five-desks-lead", look);
        assertThat(head.locator("main").textContent()).contains("50 %");
      });
    }
  }

  /// The acts of the people of one story.
  private final class Story {
    private final Look look;

    Story(Look look) {
      this.look = look;
    }

    String reported() {
      return "agitator-" + look.language();
    }

    String flagged() {
      return "inciter-" + look.language();
    }

    Page report(BrowserContext window) {
      Page page = window.newPage();
      page.navigate(address(
          "/report?surface=public&link=https://messenger.example/c/news/9&account=" + reported()));
      Keyboard keyboard = new Keyboard(page);
      keyboard.press("button[value='hate']", "Enter");
      page.waitForURL(address("/report/where"));
      browsing.keep(page, "five-desks-where", look);
      keyboard.choose("#category", SPEECH);
      keyboard.press("#ground", "Space");
      keyboard.press("#where-form button", "Enter");
      page.waitForURL(address("/report/send"));
      browsing.keep(page, "five-desks-send", look);
      keyboard.press("#send", "Enter");
      page.waitForURL(address("/report/receipt/*"));
      browsing.keep(page, "five-desks-receipt", look);
      return page;
    }

    Page flag(BrowserContext window, PersonId flagger) {
      Page page = DeskPeople.signIn(window, flagger);
      page.navigate(address("/flagger"));
      Keyboard keyboard = new Keyboard(page);
      keyboard.choose("#category", SPEECH);
      keyboard.write("#account", flagged());
      keyboard.press("#surface", "Space");
      keyboard.write("#explanation", "A made-up reason.");
      keyboard.press("#good_faith", "Space");
      keyboard.press("#one button", "Enter");
      page.locator("main tbody tr").first().waitFor();
      browsing.keep(page, "five-desks-hotline", look);
      return page;
    }

    void remove(Page desk, String account) {
      claim(desk, account);
      writeDecision(desk);
      decide(desk, "t");
    }

    /// Finds the case of an account and claims it, once it is open to this person.
    void claim(Page desk, String account) {
      desk.navigate(address("/review?about=" + account));
      // The page also lists cases that this person already holds.
      Locator found = desk.locator("main tbody tr", new Page.LocatorOptions().setHasText(account))
          .locator("th a[href^='/review/cases/']");
      Instant end = Instant.now().plus(LONGEST_WAIT);
      while (found.count() == 0 && Instant.now().isBefore(end)) {
        desk.waitForTimeout(300);
        desk.reload();
      }
      new Keyboard(desk)
          .press("main a[href='" + found.first().getAttribute("href") + "']", "Enter");
      desk.waitForURL(address("/review/cases/*"));
      Locator open = desk.locator("form[action$='/claim'], " + HELD);
      while (open.count() == 0 && Instant.now().isBefore(end)) {
        desk.waitForTimeout(500);
        desk.reload();
      }
      desk.waitForLoadState();
      // A person who has just decided is given the next case.
      if (desk.locator(HELD).count() == 0) {
        desk.keyboard().press("c");
      }
      desk.locator(HELD).waitFor();
      desk.waitForLoadState();
      browsing.keep(desk, "five-desks-case", look);
    }

    void note(Page desk) {
      desk.keyboard().press("n");
      desk.keyboard().type(NOTE);
      new Keyboard(desk).press("form[action$='/notes'] button", "Enter");
      desk.locator("main", new Page.LocatorOptions().setHasText(NOTE)).waitFor();
      desk.waitForLoadState();
    }

    /// Writes the text for the person concerned, and leaves the fields.
    void writeDecision(Page desk) {
      Keyboard keyboard = new Keyboard(desk);
      keyboard.press("[name=keywords]", "Space");
      desk.keyboard().press("o");
      keyboard.write("[name=reference]", "Terms, section 3");
      keyboard.write("[name=explanation]", EXPLANATION);
      keyboard.reach("form[action$='/skip'] button");
    }

    /// Decides, and skips the time in which that could be taken back; [ReportToDecisionTest] waits
    /// for its end.
    void decide(Page desk, String key) {
      new Keyboard(desk).decide(key);
      desk.locator("[data-vanish]").waitFor();
      desk.waitForLoadState();
      bean(JdbcClient.class)
          .sql("update review.decision set final_at = now() where state = 'PENDING'")
          .update();
    }
  }

  /// Returns a person of a hotline that two of our people have verified.
  private static PersonId flagger(Look look) {
    PersonId person = DeskPeople.invite("hotline", Role.FLAGGER, look);
    OrganisationId id = new OrganisationId(UUID.randomUUID());
    bean(People.class)
        .add(
            VIGIE,
            new Organisation(id, "Hotline " + look.language(), Organisation.Kind.HOTLINE, "FR"));
    bean(People.class).setOrganisation(VIGIE, person, Optional.of(id));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Flagger proposed = new Flagger(
        id,
        Flagger.Status.PARTNER,
        "an invented agreement",
        Set.of(new CategoryKey(SPEECH)),
        today,
        Optional.empty(),
        new Flagger.Check.Proposed("", Instant.now()));
    FlaggerRegister flaggers = bean(FlaggerRegister.class);
    flaggers.propose(new Caller.Person(DeskPeople.invite("proposer", Role.LEAD, look)), proposed);
    flaggers.verify(new Caller.Person(DeskPeople.invite("verifier", Role.LEGAL, look)), id);
    return person;
  }

  private static String badge(Page page) {
    return page.locator("main .badge").first().textContent().strip();
  }

  /// Looks again until the answer is another one, or for as long as it may take.
  private static String laterBadge(Page page, String before) {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    String now = before;
    while (now.equals(before) && Instant.now().isBefore(end)) {
      page.waitForTimeout(500);
      page.reload();
      now = badge(page);
    }
    return now;
  }

  private static <T> T bean(Class<T> type) {
    return RunningVigie.instance().context().getBean(type);
  }

  private static String address(String path) {
    return RunningVigie.instance().address() + path;
  }
}
