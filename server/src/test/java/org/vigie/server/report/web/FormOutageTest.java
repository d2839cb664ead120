package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessResourceFailureException;
import org.vigie.server.ServerTest;
import org.vigie.server.report.attachments.FileShare;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;

/// The form while the database goes away in the middle of a report.
@ServerTest
@Import(FormOutageTest.Gone.class)
final class FormOutageTest {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\"");

  private final String address;

  @Autowired
  FormOutageTest(@LocalServerPort int port) {
    this.address = "http://localhost:" + port;
  }

  /// Takes notices with a database that was shut down.
  @TestConfiguration(proxyBeanMethods = false)
  static class Gone {
    @Bean
    @Primary
    Intake intakeWithoutDatabase() {
      return new Intake() {
        @Override
        public List<MalformedNoticeException> mistakes(NewNotice notice) {
          return List.of();
        }

        @Override
        public IntakeOutcome receive(NewNotice notice) {
          throw gone();
        }

        @Override
        public IntakeOutcome receive(NewNotice notice, FileShare share) {
          throw gone();
        }

        private DataAccessResourceFailureException gone() {
          return new DataAccessResourceFailureException(
              "made up", new SQLException("terminating connection", "57P01"));
        }
      };
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en | Our database does not answer", "fr | Notre base de données ne répond pas"})
  void form_duringAnOutage_comesBackWithWhatWasTyped(String language, String sentence)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answers =
          "reason=child-abuse&category=grooming&surface=public" + "&link=https://c.example/1";
      String page = client
          .send(
              HttpRequest.newBuilder(URI.create(address + "/report/send?lang=" + language))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(HttpRequest.BodyPublishers.ofString(answers))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
      StringBuilder body = new StringBuilder();
      Matcher hidden = HIDDEN.matcher(page);
      while (hidden.find()) {
        body.append(field(hidden.group(1), hidden.group(2)));
      }
      body.append(field("explanation", "Typed with care.")).append(field("good_faith", "true"));
      HttpResponse<String> answer = client.send(
          HttpRequest.newBuilder(URI.create(address + "/report/notices"))
              .header("Content-Type", "multipart/form-data; boundary=b")
              .header("Accept-Language", language)
              .POST(HttpRequest.BodyPublishers.ofString(body + "--b--\r\n"))
              .build(),
          HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains(sentence, "Typed with care.", "name=\"pass\"");
    }
  }

  private static String field(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
  }
}
