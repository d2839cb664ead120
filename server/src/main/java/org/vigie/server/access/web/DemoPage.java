package org.vigie.server.access.web;

import java.util.List;
import java.util.UUID;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The people of a demonstration; a visitor may sign in as any of them.
public record DemoPage(Frame frame, List<Resident> residents) implements Page {
  public DemoPage {
    residents = List.copyOf(residents);
  }

  /// A made-up person.
  ///
  /// @param roles in words
  public record Resident(UUID id, String name, String roles) {}
}
