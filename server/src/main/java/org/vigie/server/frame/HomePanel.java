package org.vigie.server.frame;

import java.util.List;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;

/// A panel of the first page with the state of one module; each module has beans for its own.
public interface HomePanel {
  /// Returns its place, from the first to the last.
  int order();

  /// Returns the permission that is needed to see it.
  GrantedAuthority authority();

  /// Returns its present content.
  View view(Texts texts);

  /// The content of a panel.
  ///
  /// @param figures the main numbers
  /// @param states the states to know, such as an index that is still loading
  /// @param link to the pages with more
  record View(String title, List<Figure> figures, List<State> states, Optional<Link> link) {
    public View {
      figures = List.copyOf(figures);
      states = List.copyOf(states);
    }
  }

  /// A number and its label.
  ///
  /// @param value written out in the viewer's language
  record Figure(String value, String label) {}

  /// A state in words.
  record State(Tone tone, String text) {}

  /// A way on.
  ///
  /// @param address without host
  record Link(String text, String address) {}
}
