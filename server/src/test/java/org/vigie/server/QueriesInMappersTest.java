package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// No query runs while the rows of another are read: outside a transaction it holds one
/// connection and waits for a second, and as many callers as there are connections stop the
/// server.
final class QueriesInMappersTest {
  @Test
  void code_thatReadsRows_runsNoQuery() throws Exception {
    assertThat(CallGraph.of(Path.of("target", "classes")).queriesFromRows()).isEmpty();
  }

  /// Proves that each form of the mistake is found.
  @Test
  void mistakes_inAnyForm_areFound() throws Exception {
    List<String> found = CallGraph.of(Path.of("target", "test-classes")).queriesFromRows().stream()
        .filter(chain -> chain.contains("QueriesInMappersTest$Mistakes"))
        .toList();
    assertThat(found).anyMatch(chain -> chain.contains("lambda$inLambda"));
    assertThat(found).anyMatch(chain -> chain.contains("byReference"));
    assertThat(found).anyMatch(chain -> chain.contains("mapRow"));
    assertThat(found).anyMatch(chain -> chain.contains("lambda$inLambdaOfLambda"));
    assertThat(found).anyMatch(chain -> chain.contains("lambda$lazily"));
    assertThat(found).noneMatch(chain -> chain.contains("afterwards"));
  }

  /// Every form of a query inside the reading of a row, and one that is right.
  @SuppressWarnings("unused") // read as bytecode only
  private record Mistakes(JdbcClient jdbc) {
    private String second() {
      return jdbc.sql("select 2").query(String.class).single();
    }

    List<String> inLambda() {
      return jdbc.sql("select 1").query((row, _) -> row.getString(1) + second()).list();
    }

    List<String> inReference() {
      return jdbc.sql("select 1").query(this::byReference).list();
    }

    private String byReference(ResultSet row, int number) {
      return second();
    }

    List<Optional<String>> inLambdaOfLambda() {
      return jdbc.sql("select 1")
          .query((row, _) -> Optional.of(row.getString(1)).map(_ -> second()))
          .list();
    }

    List<String> inClass() {
      return jdbc.sql("select 1")
          .query(new RowMapper<String>() {
            @Override
            public String mapRow(ResultSet row, int number) {
              return second();
            }
          })
          .list();
    }

    List<String> lazily() {
      try (var rows = jdbc.sql("select 1").query(String.class).stream()) {
        return rows.map(_ -> second()).toList();
      }
    }

    List<String> afterwards() {
      return jdbc.sql("select 1").query(String.class).list().stream()
          .map(_ -> second())
          .toList();
    }
  }
}
