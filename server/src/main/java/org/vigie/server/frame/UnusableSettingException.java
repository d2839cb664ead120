package org.vigie.server.frame;

/// A setting that can be judged only beside others, or by a file that it names, cannot be used. Its
/// message is a sentence for the operator, and holds no secret.
public final class UnusableSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param name of the setting, such as `vigie.webhook.receivers.chat`
  /// @param why the end of the sentence that its name begins
  public UnusableSettingException(String name, String why) {
    super("the setting " + name + " cannot be used: " + why);
  }
}
