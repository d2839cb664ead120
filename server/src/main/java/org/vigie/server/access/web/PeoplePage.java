package org.vigie.server.access.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// Everybody who may sign in, and the form to invite a person.
///
/// @param mayChange whether the viewer may invite and change people
public record PeoplePage(
    Frame frame,
    List<Row> people,
    boolean mayChange,
    Typed typed,
    List<RoleBox> roles,
    List<OrganisationRow> organisations,
    List<Choice> kinds,
    FormErrors errors)
    implements Page {
  public PeoplePage {
    people = List.copyOf(people);
    roles = List.copyOf(roles);
    organisations = List.copyOf(organisations);
    kinds = List.copyOf(kinds);
  }

  /// A person who may sign in.
  public record Row(
      String path,
      String name,
      String email,
      String roles,
      String organisation,
      Tone tone,
      String state) {}

  /// A role that can be given.
  public record RoleBox(String value, String label, String hint, boolean checked) {}

  /// An organisation of flaggers or of other outsiders.
  public record OrganisationRow(String name, String kind, String country) {}

  /// The typed fields of the form.
  public record Typed(String name, String email) {}
}
