package org.vigie.server.operation.control;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.installation.OpenInstallation;
import org.vigie.server.operation.settings.HttpSettings;

/// Serves errands of commands on the same machine in a running server, until it is closed.
public final class ControlDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlDesk.class);
  private static final Set<String> KNOWN = Set.of("keys", "backup", "evidence");

  private final ControlSocket socket;
  private final ServerSocketChannel channel;
  private final OpenInstallation installation;
  private final HttpSettings listensOn;
  private final CommandLines commands;

  private ControlDesk(
      ControlSocket socket,
      ServerSocketChannel channel,
      OpenInstallation installation,
      HttpSettings listensOn,
      CommandLines commands) {
    this.listensOn = listensOn;
    this.commands = commands;
    this.socket = socket;
    this.channel = channel;
    this.installation = installation;
  }

  /// Starts to serve errands in an installation.
  ///
  /// @param listensOn the address of its server, with the real port
  /// @throws IOException if its folder cannot have a socket, as when the path is too long
  public static ControlDesk open(
      Path folder, OpenInstallation installation, HttpSettings listensOn, CommandLines commands)
      throws IOException {
    ControlSocket socket = ControlSocket.in(folder);
    ControlDesk desk = new ControlDesk(socket, socket.listen(), installation, listensOn, commands);
    Thread.ofVirtual().name("control").start(desk::serve);
    return desk;
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel caller = channel.accept();
        Thread.ofVirtual().name("errand").start(() -> answer(caller));
      }
    } catch (ClosedChannelException _) {
      // The server stops.
    } catch (IOException e) {
      LOG.atError().setMessage("no more errands").setCause(e).log();
    }
  }

  private void answer(SocketChannel caller) {
    try (caller) {
      List<String> words =
          ControlSocket.readWords(new DataInputStream(Channels.newInputStream(caller)));
      ControlSocket.writeAnswer(
          new DataOutputStream(Channels.newOutputStream(caller)), execute(words));
    } catch (IOException e) {
      LOG.atWarn().setMessage("errand broken off").setCause(e).log();
    }
  }

  private ControlSocket.Answer execute(List<String> words) {
    if (words.equals(List.of(ControlSocket.WHERE))) {
      return new ControlSocket.Answer(
          ExitStatus.DONE, listensOn.address() + "\n" + listensOn.port() + "\n", "");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    if (!KNOWN.contains(words.getFirst())) {
      return new ControlSocket.Answer(
          ExitStatus.FAILED, "", "vigie: a running server does not do this\n");
    }
    int status = commands
        .with(new Console(printer(out), printer(err), false), new Errands.Here(installation))
        .execute(words.toArray(String[]::new));
    return new ControlSocket.Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(socket.file());
  }
}
