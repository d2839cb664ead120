package org.vigie.server.access.web;

import java.util.List;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// One person, with the forms to change them.
///
/// @param path of this page
public record PersonPage(
    Frame frame,
    String path,
    String name,
    String email,
    Tone tone,
    String state,
    boolean disabled,
    boolean mayChange,
    String rolesInWords,
    List<PeoplePage.RoleBox> roles,
    List<Choice> organisations,
    String organisation)
    implements Page {
  public PersonPage {
    roles = List.copyOf(roles);
    organisations = List.copyOf(organisations);
  }
}
