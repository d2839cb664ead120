package org.vigie.server.review.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.queueing.OptOuts;
import org.vigie.server.review.viewing.Veil;
import org.vigie.server.review.viewing.Viewing;
import org.vigie.server.review.viewing.Viewings;

/// Lets people choose how they want to work.
@Controller
@RequestMapping("/review/settings")
class SettingsController {
  private static final String HERE = "redirect:/review/settings";

  private final Viewings viewings;
  private final OptOuts optOuts;
  private final Wording wording;

  SettingsController(Viewings viewings, OptOuts optOuts, Wording wording) {
    this.viewings = viewings;
    this.optOuts = optOuts;
    this.wording = wording;
  }

  /// @param category whose veil the form is filled with
  @GetMapping
  @ResponseBody
  @Requires(Permission.CASES_DECIDE)
  @Look(Look.Kind.OWN)
  SettingsPage settings(
      Frame frame, Caller.Person caller, @RequestParam(defaultValue = "") String category) {
    Words words = wording.in(frame);
    Viewing viewing = viewings.of(caller.id());
    Veil chosen = category(category).map(viewing::of).orElse(viewing.usual());
    return new SettingsPage(
        frame,
        rows(viewing, words),
        new SettingsPage.Form(category, chosen),
        new SettingsPage.Choices(categories(words), blurs(words.texts()), viewings.least()),
        handed(caller.id(), words));
  }

  /// A category that the policy has dropped stays among those left, so that it can be taken
  /// back.
  private SettingsPage.Handed handed(PersonId person, Words words) {
    List<CategoryKey> left =
        optOuts.of(person).stream().map(OptOuts.OptOut::category).toList();
    return new SettingsPage.Handed(
        left.stream().map(key -> choice(key, words)).toList(),
        Stream.concat(
                Stream.of(new Choice("", words.texts().get("review.choose"))),
                words.policy().categories().stream()
                    .map(Category::key)
                    .filter(key -> !left.contains(key))
                    .map(key -> choice(key, words)))
            .toList());
  }

  private static Choice choice(CategoryKey key, Words words) {
    return new Choice(key.value(), words.category(key));
  }

  private List<SettingsPage.VeilRow> rows(Viewing viewing, Words words) {
    Texts texts = words.texts();
    return Stream.concat(
            Stream.of(row("", texts.get("review.settings.all"), viewing.usual(), texts)),
            viewing.special().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(CategoryKey::value)))
                .map(entry -> row(
                    entry.getKey().value(),
                    words.category(entry.getKey()),
                    entry.getValue(),
                    texts)))
        .toList();
  }

  private static SettingsPage.VeilRow row(String category, String name, Veil veil, Texts texts) {
    return new SettingsPage.VeilRow(
        category, name, blur(veil.blur(), texts), yes(veil.grey(), texts), yes(veil.mute(), texts));
  }

  private static String yes(boolean so, Texts texts) {
    return texts.get(so ? "review.settings.yes" : "review.settings.no");
  }

  private static String blur(int strength, Texts texts) {
    return texts.get("review.settings.blur." + strength);
  }

  private static List<Choice> categories(Words words) {
    return Stream.concat(
            Stream.of(new Choice("", words.texts().get("review.settings.all"))),
            words.policy().categories().stream().map(each -> choice(each.key(), words)))
        .toList();
  }

  private List<Choice> blurs(Texts texts) {
    return IntStream.rangeClosed(viewings.least().blur(), Veil.STRONGEST)
        .mapToObj(strength -> new Choice("" + strength, blur(strength, texts)))
        .toList();
  }

  private static Optional<CategoryKey> category(String name) {
    if (!name.isEmpty() && !CategoryKey.isWellFormed(name)) {
      throw ProblemException.ofField("category", "There is no such category.");
    }
    return Optional.of(name).filter(text -> !text.isEmpty()).map(CategoryKey::new);
  }

  /// Keeps how media is to be shown, of one category or of all without a choice of their own.
  @PostMapping
  @Requires(Permission.CASES_DECIDE)
  String choose(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @RequestParam(defaultValue = "") String category,
      @RequestParam(defaultValue = "2") int blur,
      @RequestParam(defaultValue = "false") boolean grey,
      @RequestParam(defaultValue = "false") boolean mute) {
    if (!Veil.isBlur(blur)) {
      throw ProblemException.ofField("blur", "There is no such strength.");
    }
    viewings.choose(caller.id(), known(category), new Veil(blur, grey, mute));
    FlashMessages.add(redirect, frame.text("review.notice.settings"));
    return HERE;
  }

  private Optional<CategoryKey> known(String name) {
    Optional<CategoryKey> category = category(name);
    if (category.isPresent() && wording.policy().find(category.get()).isEmpty()) {
      throw ProblemException.ofField("category", "There is no such category.");
    }
    return category;
  }

  /// Lets a category be shown as all others are.
  @PostMapping("/forget")
  @Requires(Permission.CASES_DECIDE)
  String forget(
      Frame frame,
      Caller.Person caller,
      RedirectAttributes redirect,
      @RequestParam(defaultValue = "") String category) {
    category(category).ifPresent(key -> viewings.forget(caller.id(), key));
    FlashMessages.add(redirect, frame.text("review.notice.settings"));
    return HERE;
  }
}
