package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchedPathTest {
  @ParameterizedTest
  @CsvSource({
    "/api/v1/scans, /api/v1/scans",
    "/%61pi/v1/scans, /api/v1/scans",
    "//api/v1/scans, /api/v1/scans",
    "/api//v1///scans, /api/v1/scans",
    "/api;x=y/v1/scans;a, /api/v1/scans",
    "/./api/v1/./scans, /api/v1/scans",
    "/x/../api/v1/scans, /api/v1/scans",
    "/x/%2e%2E/api/v1/scans, /api/v1/scans",
    "/api%2Fv1/scans, /api/v1/scans",
    "/api/v1/scans/, /api/v1/scans",
    "/../../api, /api",
    "/a%20b/%C3%A9, /a b/é",
    "/a+b, /a+b",
    "/%zz, /%zz",
    "/, /",
    "'', /"
  })
  void path_howeverItIsSpelled_isThatOfItsHandler(String sent, String expected) {
    assertThat(MatchedPath.of(sent).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/scans, true",
    "/%61pi/v1/scans, true",
    "/api;x/v1/scans, true",
    "//hma/health, true",
    "/hma/health, true",
    "/hma, true",
    "/apis, false",
    "/hmax/y, false",
    "/banks, false",
    "/, false"
  })
  void path_ofPrograms_isRecognisedByItsBeginning(String sent, boolean forPrograms) {
    assertThat(MatchedPath.of(sent).isForPrograms()).isEqualTo(forPrograms);
  }
}
