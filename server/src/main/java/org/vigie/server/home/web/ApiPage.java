package org.vigie.server.home.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Every call of the API, for people who write programs.
///
/// Texts of the calls are in English, as all answers to programs; the frame and the headings are
/// in the reader's language.
///
/// @param base where the API is
public record ApiPage(Frame frame, String base, List<Section> sections) implements Page {
  public ApiPage {
    sections = List.copyOf(sections);
  }

  /// Calls of one kind.
  ///
  /// @param anchor its id on the page
  public record Section(String name, String anchor, String text, List<Call> calls) {
    public Section {
      calls = List.copyOf(calls);
    }
  }

  /// One call.
  ///
  /// @param id its operation id, and its id on the page
  /// @param text paragraphs
  /// @param scopes any one of them opens it; empty if it needs no key
  /// @param curl a command that makes it
  public record Call(
      String id,
      String method,
      String path,
      String summary,
      List<String> text,
      List<String> scopes,
      Asked asked,
      Answered answered,
      String curl) {
    public Call {
      text = List.copyOf(text);
      scopes = List.copyOf(scopes);
    }

    /// Returns the class of the method in `vigie.css`.
    public String look() {
      return "method " + (method.equals("GET") ? "reads" : "writes");
    }
  }

  /// The input of a call.
  public record Asked(List<Field> parameters, List<Body> bodies) {
    public Asked {
      parameters = List.copyOf(parameters);
      bodies = List.copyOf(bodies);
    }
  }

  /// The answers to a call.
  public record Answered(List<Answer> answers, List<Problem> problems) {
    public Answered {
      answers = List.copyOf(answers);
      problems = List.copyOf(problems);
    }
  }

  /// The body of a call or of an answer.
  ///
  /// @param fields empty where it is no object
  public record Body(String mediaType, List<Field> fields, Optional<String> example) {
    public Body {
      fields = List.copyOf(fields);
    }
  }

  /// A parameter, or a field of a body.
  ///
  /// @param name with the names of the fields round it: `matches[].distance`
  /// @param place `path`, `query` or `header` of a parameter; empty for fields
  /// @param words its possible values; empty if any value of its type is possible
  public record Field(
      String name, String place, String type, boolean required, String text, List<String> words) {
    public Field {
      words = List.copyOf(words);
    }
  }

  /// An answer.
  public record Answer(String status, String text, List<Body> bodies) {
    public Answer {
      bodies = List.copyOf(bodies);
    }
  }

  /// A kind of problem.
  ///
  /// @param title in the reader's language
  public record Problem(String slug, String title) {}
}
