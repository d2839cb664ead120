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
  private static final String ANSWERS = SCAM + "ground=rules&account=a-1";
  private static final String WHERE = "/report/where?" + ANSWERS;
  private static final String SEND = "/report/send?" + ANSWERS;

  @Autowired
  FormMessengersTest(@LocalServerPort int port, Receipts receipts, JdbcClient jdbc) {
    super(port, receipts, jdbc);
  }

  @Test
  void secondStep_asksWhichAndPresetsNone() throws Exception {
    assertThat(step(WHERE).body())
        .contains("<select id=\"messenger\" name=\"messenger\"")
        .containsPattern("<option value=\"\"[^>]*>Choose…</option>")
        .contains("<option value=\"chat\">chat</option>")
        .contains("<option value=\"forum\">forum</option>");
    assertThat(step(WHERE + "&lang=fr").body()).contains("Choisir…", "Messagerie");
  }

  @Test
  void linkOfAMessenger_namesItUntilTheEnd() throws Exception {
    assertThat(get("/report?messenger=forum&account=a-1").body())
        .contains("name=\"messenger\" value=\"forum\"", "name=\"account\" value=\"a-1\"");
    assertThat(step(WHERE + "&messenger=forum").body())
        .containsPattern("<option value=\"forum\" selected[^>]*>forum</option>");
    assertThat(step(SEND + "&messenger=forum").body())
        .containsPattern("<dt>Messenger</dt>\\s*<dd>forum");
  }

  @Test
  void form_thatNamesNone_isAskedAgainAtEachStep() throws Exception {
    for (String named : new String[] {"", "&messenger="}) {
      HttpResponse<String> page = step(SEND + named);
      assertThat(page.statusCode()).isEqualTo(422);
      assertThat(page.body()).contains("<b>Messenger</b>: Please choose.");
    }
    HttpResponse<String> unknown = step(SEND + "&messenger=main");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("<b>Messenger</b>: Please choose one of the list.");
    Map<String, String> form = form(SEND + "&messenger=forum");
    form.remove("messenger");
    HttpResponse<String> sent = send(form);
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("<b>Messenger</b>: Please choose.");
  }

  @Test
  void form_sent_isOfTheMessengerThatWasChosen() throws Exception {
    Map<String, String> form = form(SEND + "&messenger=forum");
    form.put("explanation", "They ask for money.");
    HttpResponse<String> sent = send(form);

    assertThat(received(sent).claim().messenger()).isEqualTo(new MessengerId("forum"));
    assertThat(get(sent.headers().firstValue("Location").orElseThrow()).body())
        .contains("<dt>Messenger</dt><dd><bdi>forum</bdi></dd>");
  }
}
