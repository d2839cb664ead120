package org.vigie.server.review.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.review.viewing.Veil;

/// How a person wants to work.
///
/// @param veils that of all categories first, then those of their own
/// @param form what the form is filled with
public record SettingsPage(
    Frame frame, List<VeilRow> veils, Form form, Choices choices, Handed handed) implements Page {
  public SettingsPage {
    veils = List.copyOf(veils);
  }

  /// What covers media of a category.
  ///
  /// @param category its key; empty for all without a veil of their own
  public record VeilRow(String category, String name, String blur, String grey, String mute) {}

  /// What is handed out.
  ///
  /// @param left categories that the person is not handed
  public record Handed(List<Choice> left, List<Choice> others) {
    public Handed {
      left = List.copyOf(left);
      others = List.copyOf(others);
    }
  }

  /// What stands in the form.
  ///
  /// @param category empty for all without a veil of their own
  public record Form(String category, Veil veil) {}

  /// What can be chosen.
  ///
  /// @param least what nobody gets less of
  public record Choices(List<Choice> categories, List<Choice> blurs, Veil least) {
    public Choices {
      categories = List.copyOf(categories);
      blurs = List.copyOf(blurs);
    }
  }
}
