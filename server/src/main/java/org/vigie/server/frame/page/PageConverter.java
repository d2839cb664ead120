package org.vigie.server.frame.page;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.vigie.server.frame.Page;

/// Writes a [Page] as HTML. The page is rendered before the first byte leaves, so an error in it
/// is a clean error.
public final class PageConverter extends AbstractHttpMessageConverter<Page> {
  /// The position of the module in `org.vigie.server.bank.web`.
  private static final int MODULE = 3;

  private final TemplateEngine engine;

  public PageConverter(TemplateEngine engine) {
    super(StandardCharsets.UTF_8, MediaType.TEXT_HTML);
    this.engine = engine;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return Page.class.isAssignableFrom(type);
  }

  @Override
  protected boolean canRead(@Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected Page readInternal(Class<? extends Page> type, HttpInputMessage message) {
    throw new UnsupportedOperationException("pages are only written");
  }

  @Override
  protected void writeInternal(Page page, HttpOutputMessage message) throws IOException {
    byte[] html = html(engine, page).getBytes(StandardCharsets.UTF_8);
    message.getBody().write(html); // nothing is asked of the response before there is a page
  }

  /// Renders a page from its first to its last character.
  public static String html(TemplateEngine engine, Page page) {
    StringOutput html = new StringOutput();
    engine.render(templateOf(page.getClass()), page, html);
    return NamedErrors.in(html.toString());
  }

  /// Returns `bank/bank_page.jte` for `org.vigie.server.bank.web.BankPage`.
  static String templateOf(Class<?> page) {
    String module = List.of(page.getPackageName().split("\\.", -1)).get(MODULE);
    String name = page.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
    return module + "/" + name.toLowerCase(Locale.ROOT) + ".jte";
  }
}
