package org.vigie.server.hma.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.MayAnswer;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.hma.vocabulary.HmaProblems;

/// Exchanges, from which HMA fetches signals. There are none here, and no types of them: lists
/// are empty, every name is unknown, and creating one is refused.
@RestController
@RequestMapping("/hma/c")
class ExchangeCallsController {
  private static final String NOT_BUILT =
      "Vigie does not fetch from exchanges: no exchange was made."
          + " Import lists on the page of a bank, or with POST /api/v1/banks/{name}/imports.";

  @GetMapping("/exchanges/apis")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  List<String> apis() {
    return List.of();
  }

  @GetMapping("/exchanges")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  List<String> names() {
    return List.of();
  }

  @PostMapping("/exchanges")
  @Requires(Permission.BANKS_WRITE)
  @MayAnswer("hma-not-built")
  Map<String, String> create() {
    throw HmaProblems.notBuilt(NOT_BUILT);
  }

  @GetMapping({"/exchanges/api/{api}", "/exchanges/api/{api}/schema"})
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  Map<String, String> api() {
    throw noApi();
  }

  @PostMapping("/exchanges/api/{api}")
  @Requires(Permission.BANKS_WRITE)
  Map<String, String> setCredentials() {
    throw noApi();
  }

  private static ProblemException noApi() {
    return HmaProblems.bad("There is no exchange API of this name, nor any other.");
  }

  @GetMapping({"/exchange/{name}", "/exchange/{name}/status"})
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  @MayAnswer("not-found")
  Map<String, String> find() {
    throw noExchange();
  }

  @PutMapping("/exchange/{name}")
  @Requires(Permission.BANKS_WRITE)
  @MayAnswer("not-found")
  Map<String, String> edit() {
    throw noExchange();
  }

  @PostMapping("/exchange/{name}/credentials")
  @Requires(Permission.BANKS_WRITE)
  @MayAnswer("not-found")
  Map<String, String> setExchangeCredentials() {
    throw noExchange();
  }

  private static ProblemException noExchange() {
    return HmaProblems.notFound("There is no exchange of this name.");
  }

  /// Deletes nothing; as in HMA, deleting a missing exchange succeeds.
  @DeleteMapping("/exchange/{name}")
  @Requires(Permission.BANKS_WRITE)
  Map<String, String> delete() {
    return Map.of("message", "Exchange deleted");
  }
}
