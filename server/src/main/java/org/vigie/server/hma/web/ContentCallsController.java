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
import org.vigie.server.hma.curating.HmaBanks;
import org.vigie.server.hma.curating.HmaContents;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.hma.vocabulary.HmaSignalType;
import tools.jackson.databind.JsonNode;

/// The content of banks.
@RestController
@RequestMapping("/hma/c/bank/{name}")
class ContentCallsController {
  private final HmaBanks banks;
  private final HmaContents members;
  private final Contents contents;
  private final Metadata metadata;

  ContentCallsController(
      HmaBanks banks, HmaContents members, Contents contents, Metadata metadata) {
    this.banks = banks;
    this.members = members;
    this.contents = contents;
    this.metadata = metadata;
  }

  @PostMapping(path = "/content", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Permission.BANKS_WRITE)
  AddedAnswer addFile(Caller caller, @PathVariable String name, MultipartHttpServletRequest form) {
    banks.get(name);
    HmaContents.About about = new HmaContents.About(
        metadata.ofForm(
            form.getParameter("metadata"),
            form.getParameter("content_id"),
            form.getParameter("content_uri")),
        Parameters.given(form.getParameter("note")));
    List<MemberSignal> signals = contents
        .ofForm(form, Parameters.signalTypes(form.getParameter("types")))
        .asMember();
    return AddedAnswer.of(members.add(name, signals, about, caller));
  }

  /// The content to fetch, by HMA's names.
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
        .ofUrl(source.url(), source.contentType(), Parameters.signalTypes(source.types()))
        .asMember();
    return AddedAnswer.of(members.add(name, signals, about, caller));
  }

  private static HmaContents.About about(@Nullable JsonNode sent) {
    if (sent == null) {
      return new HmaContents.About(Optional.empty(), Optional.empty());
    }
    Body body = new Body(sent);
    return new HmaContents.About(Metadata.ofBody(body.object("metadata")), body.text("note"));
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
    HmaSignalType type = Parameters.signalType(word);
    String text = body.text(word).orElseThrow(() -> HmaProblems.bad("The signal is missing."));
    return MemberSignal.of(Parameters.signal(type, text));
  }

  @GetMapping("/content/{id}")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  ContentAnswer find(
      @PathVariable String name,
      @PathVariable String id,
      @RequestParam(name = "include_signals", defaultValue = "false") String signals,
      @RequestParam(name = "include_metadata", defaultValue = "true") String withMetadata) {
    Member member = members.get(name, number(id));
    return ContentAnswer.of(
        member,
        BankAnswer.of(banks.get(name)),
        metadata.ofMember(member.description().metadata()),
        Parameters.truth("include_signals", signals),
        Parameters.truth("include_metadata", withMetadata));
  }

  /// Reads the number of some content; a malformed number is that of none.
  private static long number(String id) {
    try {
      return Long.parseUnsignedLong(id);
    } catch (NumberFormatException e) {
      throw HmaProblems.notFound("Content has a number.");
    }
  }

  @PutMapping("/content/{id}")
  @Requires(Permission.BANKS_WRITE)
  ContentRecord edit(
      Caller caller,
      @PathVariable String name,
      @PathVariable String id,
      @RequestBody JsonNode sent) {
    Body body = new Body(sent);
    OptionalLong until = body.whole("disable_until_ts");
    HmaContents.Edit edit = new HmaContents.Edit(until, body.text("note"));
    Member member = members.edit(name, number(id), edit, caller);
    return ContentRecord.of(
        member,
        BankAnswer.of(banks.get(name)),
        metadata.ofMember(member.description().metadata()));
  }

  @DeleteMapping("/content/{id}")
  @Requires(Permission.BANKS_WRITE)
  Map<String, Integer> delete(Caller caller, @PathVariable String name, @PathVariable String id) {
    return Map.of("deleted", members.delete(name, number(id), caller));
  }
}
