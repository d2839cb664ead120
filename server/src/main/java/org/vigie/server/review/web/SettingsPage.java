package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.review.viewing.Veil;

/// The settings of a person.
///
/// @param veils that of all categories first, then those of their own
/// @param form the values of the form
public record SettingsPage(
    Frame frame, List<VeilRow> veils, Form form, Choices choices, Handed handed) implements Page {
  public SettingsPage {
    veils = List.copyOf(veils);
  }

  /// The veil of a category.
  ///
  /// @param category its key; empty for all without a veil of their own
  public record VeilRow(String category, String name, String blur, String grey, String mute) {}

  /// The categories that the person reviews, and those that they opted out of.
  ///
  /// @param left categories that the person opted out of
  public record Handed(List<Choice> left, List<Choice> others) {
    public Handed {
      left = List.copyOf(left);
      others = List.copyOf(others);
    }
  }

  /// The values of the form.
  ///
  /// @param category empty for all without a veil of their own
  public record Form(String category, Veil veil) {}

  /// The choices.
  ///
  /// @param least the minimum of the installation
  public record Choices(List<Choice> categories, List<Choice> blurs, Veil least) {
    public Choices {
      categories = List.copyOf(categories);
      blurs = List.copyOf(blurs);
    }
  }
}
