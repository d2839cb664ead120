package org.vigie.server.operation.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.vigie.server.operation.console.FileFailure;
import org.vigie.server.operation.console.RefusedException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// A file of settings, as YAML.
record SettingsFile(Path file) {
  /// Reads it, one source a document.
  ///
  /// @throws RefusedException if it is not there, cannot be read or is not YAML
  List<PropertySource<?>> read() {
    checkReadable();
    try {
      return new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
    } catch (IOException e) {
      throw new RefusedException(
          "the settings in " + file + " cannot be read: " + FileFailure.words(e), e);
    } catch (YAMLException | IllegalStateException e) {
      throw new RefusedException("the settings in " + file + " are not YAML" + defectOf(e), e);
    }
  }

  private void checkReadable() {
    if (Files.notExists(file)) {
      throw new RefusedException("there is no " + file
          + " to read settings from: give a file that is there with --config");
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new RefusedException("the settings in " + file
          + " cannot be read: it is not a file, or this user may not read it");
    }
  }

  /// The parser's own message quotes the text, over many lines.
  private static String defectOf(RuntimeException failure) {
    return Stream.iterate((Throwable) failure, Throwable::getCause)
        .takeWhile(cause -> cause != null)
        .flatMap(cause ->
            cause instanceof MarkedYAMLException marked ? Stream.of(marked) : Stream.empty())
        .findFirst()
        .map(marked -> place(marked) + ": " + marked.getProblem())
        .orElse("");
  }

  private static String place(MarkedYAMLException marked) {
    return Optional.ofNullable(marked.getProblemMark()).map(SettingsFile::place).orElse("");
  }

  private static String place(Mark mark) {
    return " in line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
  }
}
