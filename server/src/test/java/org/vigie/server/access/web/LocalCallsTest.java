package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

final class LocalCallsTest {
  private static MockHttpServletRequest fromHere() {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/hma/m/lookup");
    request.setRemoteAddr("127.0.0.1");
    request.setServerName("localhost");
    return request;
  }

  @Test
  void call_fromThisMachine_isLocal() {
    MockHttpServletRequest request = fromHere();
    request.addHeader("User-Agent", "python-requests/2.32");
    request.addHeader("Accept", "*/*");
    request.addHeader("X-Request-Id", "abc");
    assertThat(LocalCalls.isLocal(request)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CF-Connecting-IP",
        "CF-Connecting-IPv6",
        "CF-Ray",
        "CF-Visitor",
        "CDN-Loop",
        "Client-IP",
        "CloudFront-Viewer-Address",
        "CloudFront-Forwarded-Proto",
        "DO-Connecting-IP",
        "Fastly-Client-IP",
        "Fly-Client-IP",
        "Forwarded",
        "Front-End-Https",
        "Proxy-Connection",
        "True-Client-IP",
        "Via",
        "WL-Proxy-Client-IP",
        "X-Amzn-Trace-Id",
        "X-Appengine-User-IP",
        "X-Azure-ClientIP",
        "X-Azure-SocketIP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "X-Envoy-External-Address",
        "X-FD-HealthProbe",
        "X-Forwarded-For",
        "x-forwarded-proto",
        "X-Original-For",
        "X-Original-Forwarded-For",
        "X-Original-Host",
        "X-Original-URL",
        "X-ProxyUser-Ip",
        "X-Real-IP",
        "X-Vercel-Forwarded-For"
      })
  void call_withAHeaderOfProxies_isNotLocal(String header) {
    MockHttpServletRequest request = fromHere();
    request.addHeader(header, "127.0.0.1");
    assertThat(LocalCalls.isLocal(request)).isFalse();
  }
}
