package org.vigie.server.policy.web;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.FlashMessages;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.RecentMeasures;
import org.vigie.server.policy.comparing.CatalogueChanges;
import org.vigie.server.policy.comparing.MeasureOutlook;
import org.vigie.server.policy.revising.EditOutcome;
import org.vigie.server.policy.revising.PolicyFileLoader;
import org.vigie.server.policy.revising.PolicyRevisions;
import org.vigie.server.policy.revising.PolicyRevisions.Authorship;
import org.vigie.server.policy.store.RevisionOrigin;
import org.vigie.server.policy.store.StoredRevision;
import org.vigie.server.policy.text.CategoryChange;
import org.vigie.server.policy.text.CategoryText;

/// Changes one category by a form. The text stays the truth: the form changes words in it, by the
/// same check and as the same revisions as the editor of the text.
@Controller
@RequestMapping("/policy/categories/{key}")
class CategoryFormController {
  private static final Duration LATELY = Duration.ofDays(30);

  private final Policies policies;
  private final PolicyRevisions revisions;
  private final PolicyFileLoader file;
  private final RecentMeasures recent;
  private final InstantSource clock;

  CategoryFormController(
      Policies policies,
      PolicyRevisions revisions,
      PolicyFileLoader file,
      RecentMeasures recent,
      InstantSource clock) {
    this.policies = policies;
    this.revisions = revisions;
    this.file = file;
    this.recent = recent;
    this.clock = clock;
  }

  @GetMapping
  @ResponseBody
  @Requires(Permission.POLICY_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  CategoryFormPage form(Frame frame, @PathVariable String key) {
    refuseIfHeldByFile();
    Category category = category(key);
    return page(frame, category, CategoryChange.of(category), "", Optional.empty());
  }

  @PostMapping("/check")
  @Requires(Permission.POLICY_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<CategoryFormPage> check(Frame frame, @PathVariable String key, CategoryForm form) {
    refuseIfHeldByFile();
    Category category = category(key);
    CategoryChange change = form.change();
    StoredRevision newest = revisions.newest();
    return CategoryText.with(newest.text(), category.key(), change)
        .map(text -> ResponseEntity.ok(page(
            frame,
            category,
            change,
            form.noteOrNone(),
            Optional.of(preview(frame, category, change, newest, text)))))
        .orElseGet(() -> refused(frame, category, form, "policy.form.by-text"));
  }

  private CategoryFormPage.Preview preview(
      Frame frame, Category category, CategoryChange change, StoredRevision newest, String text) {
    CatalogueChanges changes = CatalogueChanges.between(
        policies.current(), revisions.check(newest.entry().revision(), text));
    List<List<PolicyRevisionPage.DiffLine>> lines = LineDiff.groups(newest.text(), text).stream()
        .map(group -> group.stream().map(PolicyRevisionPage.DiffLine::of).toList())
        .toList();
    MeasureOutlook outlook = MeasureOutlook.of(
        recent.since(category.key(), clock.instant().minus(LATELY)),
        policies::find,
        change.appliedTo(category));
    return new CategoryFormPage.Preview(new ChangesView(frame.texts(), changes), lines, outlook);
  }

  @PostMapping
  @Requires(Permission.POLICY_WRITE)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ResponseEntity<CategoryFormPage> save(
      Frame frame,
      Caller caller,
      RedirectAttributes redirect,
      @PathVariable String key,
      CategoryForm form) {
    refuseIfHeldByFile();
    Category category = category(key);
    if (form.noteOrNone().length() > Authorship.MAX_NOTE) {
      return refused(frame, category, form, "policy.edit.note-too-long");
    }
    Optional<String> text = revisions
        .find(form.basis())
        .flatMap(seen -> CategoryText.with(seen.text(), category.key(), form.change()));
    if (text.isEmpty()) {
      return refused(frame, category, form, "policy.form.by-text");
    }
    Authorship author = new Authorship(caller, RevisionOrigin.PAGE, form.noteOrNone());
    return switch (revisions.revise(form.basis(), text.get(), author)) {
      case EditOutcome.Saved(PolicyRevision revision) ->
        done(frame, redirect, "policy.notice.saved", revision);
      case EditOutcome.Unchanged(PolicyRevision current) ->
        done(frame, redirect, "policy.notice.unchanged", current);
      case EditOutcome.Overtaken(var _) -> refused(frame, category, form, "policy.form.overtaken");
    };
  }

  private static ResponseEntity<CategoryFormPage> done(
      Frame frame, RedirectAttributes redirect, String sentence, PolicyRevision revision) {
    FlashMessages.add(redirect, frame.text(sentence, frame.texts().number(revision.number())));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/policy/revisions/" + revision.number()))
        .build();
  }

  private ResponseEntity<CategoryFormPage> refused(
      Frame frame, Category category, CategoryForm form, String sentence) {
    CategoryFormPage page =
        page(frame, category, form.change(), form.noteOrNone(), Optional.empty());
    FormErrors errors = FormErrors.NONE.with("severity", frame.text(sentence));
    return ResponseEntity.status(HttpStatus.CONFLICT).body(page.with(errors));
  }

  private CategoryFormPage page(
      Frame frame,
      Category category,
      CategoryChange change,
      String note,
      Optional<CategoryFormPage.Preview> preview) {
    return new CategoryFormPage(
        frame,
        category,
        revisions.newest().entry().revision(),
        change,
        note,
        preview,
        FormErrors.NONE);
  }

  private Category category(String key) {
    return Optional.of(key)
        .filter(CategoryKey::isWellFormed)
        .flatMap(known -> policies.current().find(new CategoryKey(known)))
        .orElseThrow(() -> new ProblemException(
            ProblemType.NOT_FOUND, "the catalogue has no such category", Map.of()));
  }

  private void refuseIfHeldByFile() {
    if (file.isSet()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "the catalogue comes from a file and is edited there", Map.of());
    }
  }
}
