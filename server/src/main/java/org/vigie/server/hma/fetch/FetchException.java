package org.vigie.server.hma.fetch;

/// Content could not be fetched.
public final class FetchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause cause;

  FetchException(Cause cause) {
    super(cause.sentence());
    this.cause = cause;
  }

  FetchException(Cause cause, Exception reason) {
    super(cause.sentence(), reason);
    this.cause = cause;
  }

  /// Returns why.
  public Cause why() {
    return cause;
  }

  /// Why content could not be fetched.
  public enum Cause {
    BAD_URL("The URL is not an absolute http or https URL without credentials."),
    UNKNOWN_HOST("The host of the URL is not known."),
    NOT_PUBLIC("The URL leads to an address that is not public."),
    TOO_MANY_REDIRECTS("The URL is redirected too often."),
    REFUSED_BY_HOST("The host does not answer with the content."),
    BAD_ANSWER("The host does not answer as HTTP/1.1 asks for."),
    NOT_REACHED("The host could not be reached, or went away."),
    TOO_SLOW("The content did not arrive in time."),
    TOO_LARGE("The content is larger than what is accepted."),
    BUSY("As much content as this server holds at once is being fetched. Try again later.");

    private final String sentence;

    Cause(String sentence) {
      this.sentence = sentence;
    }

    /// Returns a sentence for the caller.
    public String sentence() {
      return sentence;
    }
  }
}
