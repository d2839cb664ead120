package org.vigie.server.scan.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.Permission;
import org.vigie.server.access.web.CallerAuthentication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the API as a program with a key.
final class Api {
  private static final JsonMapper JSON = new JsonMapper();

  private final MockMvc http;
  private final Caller caller;

  Api(MockMvc http) {
    this(http, "aaaaaaaaaaaa");
  }

  Api(MockMvc http, String key) {
    this.http = http;
    this.caller = new Caller.Key(new KeyId(key));
  }

  /// The answer to a call.
  record Answer(int status, JsonNode json) {
    String field() {
      return json.path("field").asString("");
    }
  }

  Answer scan(byte[] body) {
    return call(scanRequest(body));
  }

  Answer scan(String submission, byte[] media) {
    return scan(Multipart.of(submission, media).end());
  }

  Answer scan(String key, String submission, byte[] media) {
    return call(scanRequest(Multipart.of(submission, media).end()).header("Idempotency-Key", key));
  }

  static MockHttpServletRequestBuilder scanRequest(byte[] body) {
    return post("/api/v1/scans").contentType(Multipart.TYPE).content(body);
  }

  Answer lookUp(String json) {
    return lookUp(Multipart.text(json));
  }

  Answer lookUp(byte[] json) {
    return call(post("/api/v1/lookups").contentType(MediaType.APPLICATION_JSON).content(json));
  }

  Answer call(MockHttpServletRequestBuilder request) {
    try {
      MockHttpServletResponse response =
          http.perform(request.with(authentication(token()))).andReturn().getResponse();
      String body = response.getContentAsString();
      return new Answer(response.getStatus(), JSON.readTree(body.isEmpty() ? "{}" : body));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private CallerAuthentication token() {
    return new CallerAuthentication(caller, caller.reference(), Set.of(Permission.SCAN));
  }
}
