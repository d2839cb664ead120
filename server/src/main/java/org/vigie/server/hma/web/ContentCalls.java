package org.vigie.server.hma.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.hma.HmaBanks;
import org.vigie.server.hma.HmaContents;
import org.vigie.server.hma.HmaProblems;
import org.vigie.server.hma.HmaSignalType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The content of banks.
@RestController
@RequestMapping("/hma/c/bank/{name}")
class ContentCalls {
  private final HmaBanks banks;
  private final HmaContents members;
  private final Contents contents;
  private final JsonMapper json;

  ContentCalls(HmaBanks banks, HmaContents members, Contents contents, JsonMapper json) {
    this.banks = banks;
    this.members = members;
    this.contents = contents;
    this.json = json;
  }

  @PostMapping(path = "/content", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.BANKS_WRITE)
  AddedAnswer addFile(Caller caller, @PathVariable String name, MultipartHttpServletRequest form) {
    banks.get(name);
    HmaContents.About about = new HmaContents.About(
        Words.given(form.getParameter("metadata")).map(this::metadata),
        Words.given(form.getParameter("note")));
    List<MemberSignal> signals =
        contents.ofForm(form, Words.signalTypes(form.getParameter("types"))).asMember();
    return AddedAnswer.of(members.add(name, signals, about, caller));
  }

  private String metadata(String text) {
    try {
      JsonNode metadata = json.readTree(text);
      if (metadata.isObject()) {
        return metadata.toString();
      }
    } catch (JacksonException e) {
      throw HmaProblems.bad("metadata is not JSON.");
    }
    throw HmaProblems.bad("metadata has to be a JSON object.");
  }

  /// What to fetch, by HMA's names.
  record Source(
      @Nullable String url,
      @BindParam("content_type") @Nullable String contentType,
      @Nullable String types) {}

  @PostMapping("/content")
  @Requires(Permission.BANKS_WRITE)
  AddedAnswer addUrl(
      Caller caller,
      @PathVariable String name,
      Source source,
      @RequestBody(required = false) @Nullable JsonNode sent) {
    banks.get(name);
    if (source.url() == null) {
      throw HmaProblems.bad("Send a file, or name a url.");
    }
    HmaContents.About about = about(sent);
    List<MemberSignal> signals = contents
        .ofUrl(source.url(), source.contentType(), Words.signalTypes(source.types()))
        .asMember();
    return AddedAnswer.of(members.add(name, signals, about, caller));
  }

  private static HmaContents.About about(@Nullable JsonNode sent) {
    if (sent == null) {
      return new HmaContents.About(Optional.empty(), Optional.empty());
    }
    Body body = new Body(sent);
    return new HmaContents.About(
        body.object("metadata").map(JsonNode::toString), body.text("note"));
  }

  @PostMapping("/signal")
  @Requires(Permission.BANKS_WRITE)
  AddedAnswer addSignal(Caller caller, @PathVariable String name, @RequestBody JsonNode sent) {
    Body body = new Body(sent);
    banks.get(name);
    List<MemberSignal> signals = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : sent.properties()) {
      if (!field.getKey().equals("note") && !field.getKey().equals("metadata")) {
        signals.add(signal(field.getKey(), body));
      }
    }
    return AddedAnswer.of(members.add(name, signals, about(sent), caller));
  }

  private static MemberSignal signal(String word, Body body) {
    HmaSignalType type = Words.signalType(word);
    String text = body.text(word).orElseThrow(() -> HmaProblems.bad("The signal is missing."));
    return MemberSignal.of(Words.signal(type, text));
  }

  @GetMapping("/content/{id}")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ContentAnswer find(
      @PathVariable String name,
      @PathVariable long id,
      @RequestParam(name = "include_signals", required = false) @Nullable String signals,
      @RequestParam(name = "include_metadata", required = false) @Nullable String metadata) {
    return answer(
        name,
        members.get(name, id),
        Words.truth("include_signals", signals),
        Words.truth("include_metadata", metadata));
  }

  @PutMapping("/content/{id}")
  @Requires(Permission.BANKS_WRITE)
  ContentAnswer edit(
      Caller caller, @PathVariable String name, @PathVariable long id, @RequestBody JsonNode sent) {
    Body body = new Body(sent);
    OptionalLong until = body.whole("disable_until_ts");
    HmaContents.Edit edit = new HmaContents.Edit(until, body.text("note"));
    return answer(name, members.edit(name, id, edit, caller), false, false);
  }

  private ContentAnswer answer(
      String bank, Member member, boolean withSignals, boolean withMetadata) {
    JsonNode metadata = json.readTree(member.description().metadata().orElse("{}"));
    return ContentAnswer.of(
        member, BankAnswer.of(banks.get(bank)), metadata, withSignals, withMetadata);
  }

  @DeleteMapping("/content/{id}")
  @Requires(Permission.BANKS_WRITE)
  Map<String, Integer> delete(Caller caller, @PathVariable String name, @PathVariable long id) {
    members.delete(name, id, caller);
    return Map.of("deleted", 1);
  }
}
