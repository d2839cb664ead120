package org.vigie.server.policy;

/// A measure against an account that breaks the rules.
public sealed interface Sanction {
  /// The longest suspension, in days.
  int LONGEST = 3_660;

  /// Returns the word in YAML and JSON: `suspend`.
  String word();

  /// Nothing.
  record None() implements Sanction {
    @Override
    public String word() {
      return "none";
    }
  }

  /// It is closed for a time.
  ///
  /// @param days 1 to [#LONGEST]
  record Suspension(int days) implements Sanction {
    public Suspension {
      if (days < 1 || days > LONGEST) {
        throw new IllegalArgumentException("a suspension has 1 to " + LONGEST + " days");
      }
    }

    @Override
    public String word() {
      return "suspend";
    }
  }

  /// The account is closed until a person opens it again.
  record Ban() implements Sanction {
    @Override
    public String word() {
      return "ban";
    }
  }
}
