package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.vigie.connector.MessengerId;
import org.vigie.server.report.answering.Receipts;

/// The public form of a server with two messengers.
@TestPropertySource(properties = "vigie.messengers.names=chat,forum")
final class FormMessengersTest extends FormScene {
  private static final String WHERE = "/report/where?reason=scam&account=a-1";
  private static final String SEND = "/report/send?reason=scam&account=a-1";

  @Autowired
  FormMessengersTest(@LocalServerPort int port, Receipts receipts, JdbcClient jdbc) {
    super(port, receipts, jdbc);
  }

  @Test
  void secondStep_asksWhichAndPresetsNone() throws Exception {
    assertThat(get(WHERE).body())
        .contains("<select id=\"messenger\" name=\"messenger\"")
        .containsPattern("<option value=\"\"[^>]*>Choose…</option>")
        .contains("<option value=\"chat\">chat</option>")
        .contains("<option value=\"forum\">forum</option>");
    assertThat(get(WHERE + "&lang=fr").body()).contains("Choisir…", "Messagerie");
  }

  @Test
  void linkOfAMessenger_namesItUntilTheEnd() throws Exception {
    assertThat(get("/report?messenger=forum&account=a-1").body())
        .contains("reason=scam&amp;messenger=forum&amp;account=a-1");
    assertThat(get(WHERE + "&messenger=forum").body())
        .containsPattern("<option value=\"forum\" selected[^>]*>forum</option>");
    assertThat(get(SEND + "&messenger=forum").body())
        .containsPattern("<dt>Messenger</dt>\\s*<dd>forum");
  }

  @Test
  void form_thatNamesNone_isAskedAgainAtEachStep() throws Exception {
    for (String named : new String[] {"", "&messenger="}) {
      HttpResponse<String> page = get(SEND + named);
      assertThat(page.statusCode()).isEqualTo(422);
      assertThat(page.body()).contains("Messenger: please fill this in.");
    }
    HttpResponse<String> unknown = get(SEND + "&messenger=main");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("Messenger: please choose one of the list.");
    Map<String, String> form = form(SEND + "&messenger=forum");
    form.remove("messenger");
    HttpResponse<String> sent = send(form);
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("Messenger: please fill this in.");
  }

  @Test
  void form_sent_isOfTheMessengerThatWasChosen() throws Exception {
    Map<String, String> form = form(SEND + "&messenger=forum");
    form.put("explanation", "They ask for money.");
    HttpResponse<String> sent = send(form);

    assertThat(received(sent).claim().messenger()).isEqualTo(new MessengerId("forum"));
    assertThat(get(sent.headers().firstValue("Location").orElseThrow()).body())
        .contains("<dt>Messenger</dt><dd>forum</dd>");
  }
}
