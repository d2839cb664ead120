package org.vigie.server.operation.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.platform.DurableFiles;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.settings.HttpSettings;

/// The socket at which a running server takes errands from commands on the same machine.
///
/// It is in a folder that only the server's user can enter, its only protection. An errand is the
/// number of its words and the words; the answer is an exit status and the output. Texts are UTF-8
/// after their length.
///
/// @param folder that only the server's user can enter
record ControlSocket(Path folder) {
  /// The errand that asks for the server's address, answered by address and port, each on a line.
  static final String WHERE = "where";

  private static final Pattern PLACE = Pattern.compile("(\\S+)\n([0-9]{1,5})\n");
  private static final int PATIENCE_SECONDS = 5;
  private static final int MOST_WORDS = 100;
  private static final int MOST_BYTES = 16_000_000;

  /// The answer to an errand.
  record Answer(int status, String out, String err) {}

  static ControlSocket in(Path dataDirectory) {
    return new ControlSocket(dataDirectory.resolve("control"));
  }

  Path file() {
    return folder.resolve("socket");
  }

  /// Starts to listen; removes the socket of an earlier process.
  ServerSocketChannel listen() throws IOException {
    DurableFiles.makeFolder(folder);
    Files.deleteIfExists(file());
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      return channel.bind(UnixDomainSocketAddress.of(file()));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Has a running server do an errand, prints its answer and returns its exit status.
  ///
  /// @throws RefusedException if no server takes it, or none answers
  int send(List<String> words, Console console) {
    Answer answer;
    try (SocketChannel channel = connect()) {
      answer = ask(channel, words);
    } catch (IOException e) {
      throw new RefusedException(
          "the server ended before it answered; it may have done what it was told or not", e);
    }
    console.out().print(answer.out());
    console.err().print(answer.err());
    return answer.status();
  }

  private SocketChannel connect() {
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(file()));
    } catch (IOException e) {
      throw new RefusedException(
          "the Vigie process that holds the data directory " + folder.getParent()
              + " takes no commands: it is starting, or stopping; wait until it is ready, then try again",
          e);
    }
  }

  /// Asks a running server for its address.
  ///
  /// @return empty without an answer within five seconds
  Optional<HttpSettings> whereItListens() {
    return CompletableFuture.supplyAsync(this::askWhere, Thread::startVirtualThread)
        .completeOnTimeout(Optional.empty(), PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private Optional<HttpSettings> askWhere() {
    try (SocketChannel channel = connect()) {
      Answer answer = ask(channel, List.of(WHERE));
      Matcher place = PLACE.matcher(answer.out());
      return place.matches()
          ? Optional.of(new HttpSettings(place.group(1), Integer.parseInt(place.group(2))))
          : Optional.empty();
    } catch (IOException | RefusedException _) {
      // The process does not tell its address: empty.
      return Optional.empty();
    }
  }

  private static Answer ask(SocketChannel channel, List<String> words) throws IOException {
    writeWords(new DataOutputStream(Channels.newOutputStream(channel)), words);
    return readAnswer(new DataInputStream(Channels.newInputStream(channel)));
  }

  private static void writeWords(DataOutputStream output, List<String> words) throws IOException {
    output.writeInt(words.size());
    for (String word : words) {
      writeText(output, word);
    }
    output.flush();
  }

  static List<String> readWords(DataInputStream input) throws IOException {
    int count = input.readInt();
    if (count < 1 || count > MOST_WORDS) {
      throw new IOException("an errand has 1 to " + MOST_WORDS + " words");
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(readText(input));
    }
    return words;
  }

  static void writeAnswer(DataOutputStream output, Answer answer) throws IOException {
    output.writeInt(answer.status());
    writeText(output, answer.out());
    writeText(output, answer.err());
    output.flush();
  }

  private static Answer readAnswer(DataInputStream input) throws IOException {
    return new Answer(input.readInt(), readText(input), readText(input));
  }

  private static void writeText(DataOutputStream output, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    output.writeInt(bytes.length);
    output.write(bytes);
  }

  private static String readText(DataInputStream input) throws IOException {
    int length = input.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("a text has up to " + MOST_BYTES + " bytes");
    }
    byte[] bytes = new byte[length];
    input.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
