package org.vigie.server.access.ledger;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.access.Subjects;

/// People, keys and organisations in the ledger.
final class AccessActs implements LedgerActs {
  private static final String ORGANISATIONS = "/people#organisations-title";

  @Override
  public String titleKey() {
    return "access.acts";
  }

  @Override
  public List<AccessAct> acts() {
    return List.of(AccessAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    Stream<String> people = Subjects.of("person", subjects).filter(Subjects::isUuid);
    Stream<String> others =
        Stream.concat(Subjects.of("key", subjects), Subjects.of("organisation", subjects));
    return Stream.concat(people, others)
        .collect(Collectors.toMap(Function.identity(), AccessActs::page));
  }

  private static SubjectPage page(String subject) {
    if (subject.startsWith("key:")) {
      return new SubjectPage("/keys#" + Subjects.id(subject), Permission.KEYS_READ);
    }
    return subject.startsWith("person:")
        ? new SubjectPage("/people/" + Subjects.id(subject), Permission.PEOPLE_READ)
        : new SubjectPage(ORGANISATIONS, Permission.PEOPLE_READ);
  }
}
