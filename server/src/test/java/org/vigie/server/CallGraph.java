package org.vigie.server;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which method of the server calls which, lambdas and method references included, read from its
/// bytecode.
final class CallGraph {
  private static final String ROW = "Ljava/sql/ResultSet;";
  private static final String OURS = "org/vigie/";
  private static final String STATEMENTS = "org/springframework/jdbc/core/simple/JdbcClient";

  /// The methods that query the database: the start of the owner and the method.
  private static final List<String> QUERIES = List.of(
      STATEMENTS + ".sql(",
      "org/springframework/jdbc/core/JdbcTemplate.",
      "org/springframework/jdbc/core/JdbcOperations.",
      "org/springframework/jdbc/core/namedparam/NamedParameterJdbc",
      "org/springframework/transaction/support/TransactionTemplate.execute",
      "org/springframework/transaction/support/TransactionOperations.execute",
      "javax/sql/DataSource.getConnection",
      "java/sql/Connection.prepare",
      "java/sql/Connection.createStatement");

  /// Reads rows while the connection is held, so that no lambda beside it may ask for more.
  private static final String LAZY = STATEMENTS + "$MappedQuerySpec.stream(";

  private final Map<String, Set<String>> calls = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();
  private final Map<String, Set<String>> lambdas = new HashMap<>();

  private CallGraph() {}

  /// Reads all classes below a folder.
  static CallGraph of(Path classes) throws IOException {
    CallGraph graph = new CallGraph();
    try (Stream<Path> files = Files.walk(classes.resolve(OURS))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        graph.read(ClassFile.of().parse(file));
      }
    }
    return graph;
  }

  private void read(ClassModel type) {
    String name = type.thisClass().asInternalName();
    type.superclass().ifPresent(parent -> inherit(parent.asInternalName(), name));
    type.interfaces().forEach(parent -> inherit(parent.asInternalName(), name));
    type.methods().forEach(method -> read(name, method));
  }

  private void inherit(String parent, String child) {
    subtypes.computeIfAbsent(parent, _ -> new HashSet<>()).add(child);
  }

  private void read(String owner, MethodModel method) {
    String name =
        owner + "." + method.methodName().stringValue() + method.methodType().stringValue();
    Set<String> called = calls.computeIfAbsent(name, _ -> new LinkedHashSet<>());
    method.code().ifPresent(code -> code.forEach(element -> read(name, called, element)));
  }

  private void read(String caller, Set<String> called, CodeElement element) {
    switch (element) {
      case InvokeInstruction call ->
        called.add(call.owner().asInternalName() + "." + call.name().stringValue()
            + call.type().stringValue());
      case InvokeDynamicInstruction made ->
        made.invokedynamic().bootstrap().arguments().stream()
            .filter(MethodHandleEntry.class::isInstance)
            .map(handle -> target((MethodHandleEntry) handle))
            .forEach(target -> {
              called.add(target);
              lambdas.computeIfAbsent(caller, _ -> new LinkedHashSet<>()).add(target);
            });
      default -> {}
    }
  }

  private static String target(MethodHandleEntry handle) {
    return handle.reference().owner().asInternalName() + "."
        + handle.reference().name().stringValue() + handle.reference().type().stringValue();
  }

  /// Returns each way from code that reads a row to a query, as a chain of methods.
  List<String> queriesFromRows() {
    List<String> chains = new ArrayList<>();
    calls.keySet().stream().filter(CallGraph::readsRow).forEach(start -> search(start, chains));
    calls.forEach((method, called) -> {
      if (called.stream().anyMatch(call -> call.startsWith(LAZY))) {
        lambdas.getOrDefault(method, Set.of()).forEach(start -> search(start, chains));
      }
    });
    return chains.stream().sorted().distinct().toList();
  }

  private static boolean readsRow(String method) {
    return method.substring(method.indexOf('('), method.indexOf(')')).contains(ROW);
  }

  private void search(String start, List<String> chains) {
    Map<String, String> from = new HashMap<>(Map.of(start, ""));
    Deque<String> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      String method = next.removeFirst();
      for (String call : calls.getOrDefault(method, Set.of())) {
        if (QUERIES.stream().anyMatch(call::startsWith)) {
          chains.add(chain(from, method) + " -> " + call);
          return;
        }
        targets(call).filter(target -> from.putIfAbsent(target, method) == null).forEach(next::add);
      }
    }
  }

  private static String chain(Map<String, String> from, String end) {
    String chain = end;
    for (String at = before(from, end); !at.isEmpty(); at = before(from, at)) {
      chain = at + " -> " + chain;
    }
    return chain;
  }

  private static String before(Map<String, String> from, String method) {
    return from.getOrDefault(method, "");
  }

  /// Returns the methods that a call may run: the called one, or its implementations.
  private Stream<String> targets(String call) {
    int dot = call.indexOf('.');
    String member = call.substring(dot);
    return below(call.substring(0, dot)).stream()
        .map(type -> type + member)
        .filter(calls::containsKey);
  }

  private Set<String> below(String type) {
    Set<String> all = new LinkedHashSet<>(Set.of(type));
    Deque<String> next = new ArrayDeque<>(List.of(type));
    while (!next.isEmpty()) {
      Optional.ofNullable(subtypes.get(next.removeFirst())).stream()
          .flatMap(Set::stream)
          .filter(all::add)
          .forEach(next::add);
    }
    return all;
  }
}
