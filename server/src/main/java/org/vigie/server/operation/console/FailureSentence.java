package org.vigie.server.operation.console;

import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.vigie.platform.DataDirectoryInUseException;
import org.vigie.platform.UnusableDataDirectoryException;
import org.vigie.platform.postgres.PostgresUnavailableException;
import org.vigie.platform.postgres.UnusableBackupException;
import org.vigie.server.evidence.HsmUnavailableException;
import org.vigie.server.frame.UnusableSettingException;

/// The sentence for the operator about a failure that is no defect of Vigie.
public final class FailureSentence {
  private FailureSentence() {}

  /// Returns the sentence of the first cause that has one.
  public static Optional<String> of(Throwable failure) {
    return Stream.iterate(failure, Throwable::getCause)
        .takeWhile(cause -> cause != null)
        .flatMap(cause -> ofThis(cause).stream())
        .findFirst();
  }

  private static Optional<String> ofThis(Throwable cause) {
    return switch (cause) {
      case RefusedException e -> sentence(e);
      case DataDirectoryInUseException e -> sentence(e);
      case UnusableDataDirectoryException e -> sentence(e);
      case PostgresUnavailableException e -> sentence(e);
      case UnusableBackupException e -> sentence(e);
      case HsmUnavailableException e -> sentence(e);
      case UnusableSettingException e -> sentence(e);
      case PortInUseException e -> Optional.of(portTaken(e.getPort()));
      case BadSqlGrammarException _ ->
        Optional.of(
            "the database is not as this Vigie expects it: bring it up to date by starting ./vigie run once");
      case BindException e -> Optional.of(setting(e));
      case FlywayException e ->
        Optional.of("the database's tables could not be brought up to date: "
            + firstLine(e)
            + "; if a newer Vigie has used this database, start that one");
      default -> Optional.empty();
    };
  }

  private static Optional<String> sentence(RuntimeException e) {
    return Optional.of(String.valueOf(e.getMessage()));
  }

  /// Returns the sentence about a port of another program.
  public static String portTaken(int port) {
    return "port " + port
        + " is taken by another program: stop that one, or choose another port with --port";
  }

  /// Returns the sentence about a setting that does not exist.
  public static String noSetting(String name) {
    return "there is no setting " + name + "; docs/operations.md lists all that there are";
  }

  private static String setting(BindException e) {
    Throwable cause = e.getCause();
    if (cause instanceof UnboundConfigurationPropertiesException unknown) {
      return noSetting(
          unknown.getUnboundProperties().iterator().next().getName().toString());
    }
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return "the setting " + e.getName() + " cannot be used: " + firstLine(deepest);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }
}
