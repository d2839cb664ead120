/// The frame of every page and answer: layout, language, navigation, forms, problems.
///
/// Uses no other module. Threads: any.
///
/// Rooms: `edge` sees a request before any of it is read, `page` makes pages, `failing` answers
/// requests that failed, `document` writes the API document, `settings` holds the settings.
///
/// **A page** is a public record that implements [Page] in `<module>.web`, and its template
/// `src/main/jte/<module>/<record_in_small_letters>.jte`. Everything is computed in the record:
/// ```
/// @import org.vigie.server.bank.web.BankPage
/// @param BankPage page
/// @template.frame.layout(frame = page.frame(), title = page.title(), content = @`
/// <p>${page.frame().text("bank.lead")}</p>
/// `)
/// ```
/// The layout writes the only `h1`; `actions = @…` puts buttons beside it and `beforeTitle = @…`
/// a way back (`<p class="path">`) above it. The controller takes [Frame] as a parameter, has a
/// `@Requires`, and returns the record with `@ResponseBody`.
///
/// **A form** is sent by `post` to an address of its own and starts with
/// `@template.frame.form_token(frame = …)`. Its fields are `frame.field` (one line; `type`,
/// `look` and `accept` as in HTML and `vigie.css`), `frame.area`, `frame.select` and
/// `frame.radios` (with [Choice]s), `frame.check`. On errors, answer 422 with the same page, the
/// values as they were typed and [FormErrors]: `frame.errors` lists them above the form, and each
/// field shows its own. On success, redirect (`redirect:/banks`) with a [FlashMessages] sentence.
///
/// **Parts**: `frame.table` (on narrow screens the cells of a row stand below each other, each
/// with the name of its column; write `thead` and `tbody`, `class="number"` for figures,
/// `class="line"` for cells that must not wrap), `frame.moment` ([Moment]), `frame.identifier`
/// (shortened, with a button that copies it), `frame.badge` (a [Tone] and words), `frame.pager`
/// ([Pager]), `frame.empty`, `frame.progress`. In plain HTML: `<dl class="facts">` with one
/// `<div>` for each `dt` and `dd`, `<div class="panels">` of `<section class="panel">`, `<span
/// class="signal">`, `<ol class="steps">`, `<form class="filters">`, `<div class="callout
/// warning">`; buttons are `<button>`, and `class="second"`, `"danger"` or `"plain"`; a link
/// that looks like one is `class="button"`.
///
/// **Work that waits** for people is a bean of type [Waiting] for each kind: the first page
/// lists it and the navigation shows its number. **Search**: a bean of type [Finder] for each
/// kind of thing; its results are on `/search` and in the palette of every page.
///
/// **A problem**: throw [ProblemException]; the edge writes it as `application/problem+json`
/// under `/api` and as a page elsewhere. A module's own exception implements [ProblemCause] to name
/// its problem.
///
/// **A file**: a bean of type [UploadPaths] names the paths that take files, a bean of type
/// [BodyAllowance] those that take larger bodies than others. Every other path takes small bodies
/// only. The address of a form with files ends with `formToken().query()`, in the place of
/// `form_token`: the token is checked before the files are read.
///
/// **A path** that decides about anything is a [MatchedPath], never the raw path.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.vigie.server.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
