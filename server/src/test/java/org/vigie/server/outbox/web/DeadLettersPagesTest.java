package org.vigie.server.outbox.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.delivering.Deliveries;
import org.vigie.server.outbox.store.EffectStore;

/// An operator sees dead letters, and replays them or gives them up.
@ServerTest
final class DeadLettersPagesTest {
  private static final EffectKind KIND = new EffectKind("made-up");
  private static final RequestPostProcessor OPERATOR = TestCallers.person(Role.ADMINISTRATOR);

  private final MockMvc http;
  private final Outbox outbox;
  private final JdbcClient jdbc;
  private final Deliveries deliveries;

  @Autowired
  DeadLettersPagesTest(
      MockMvc http, Outbox outbox, EffectStore store, JdbcClient jdbc, InstantSource clock) {
    this.http = http;
    this.outbox = outbox;
    this.jdbc = jdbc;
    this.deliveries =
        new Deliveries(store, TransactionOperations.withoutTransaction(), clock, new Random(1));
  }

  private record Handler(Delivery delivery) implements EffectHandler {
    @Override
    public EffectKind kind() {
      return KIND;
    }

    @Override
    public Delivery deliver(Effect effect) {
      return delivery;
    }
  }

  private EffectId dead(String key) {
    Effect effect = new Effect(EffectId.random(), KIND, new EffectKey(key), "A made-up secret.");
    outbox.add(effect);
    assertThat(deliveries.step(new Handler(new Delivery.Refused("NoSuchAccount"))))
        .isTrue();
    return effect.id();
  }

  private List<String> acts(EffectId effect) {
    return jdbc.sql("select act || ' ' || detail from access.ledger where subject = :subject")
        .param("subject", "effect:" + effect.value())
        .query(String.class)
        .list();
  }

  private String state(EffectId effect) {
    return jdbc.sql("""
            select state || coalesce(' ' || payload, '') from outbox.effect where effect_id = :id
            """).param("id", effect.value()).query(String.class).single();
  }

  @Test
  void deadLetter_replayed_isDeliveredAndInTheLedger() throws Exception {
    EffectId effect = dead("case:replay");
    http.perform(get("/outbox").with(OPERATOR))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("case:replay")))
        .andExpect(content().string(containsString("NoSuchAccount")))
        .andExpect(content().string(not(containsString("secret"))));

    http.perform(post("/outbox/" + effect.value() + "/replay").with(OPERATOR).with(csrf()))
        .andExpect(redirectedUrl("/outbox"));

    assertThat(deliveries.step(new Handler(new Delivery.Delivered()))).isTrue();
    assertThat(state(effect)).isEqualTo("DELIVERED");
    assertThat(acts(effect)).containsExactly("effect replayed kind=made-up");
  }

  @Test
  void deadLetter_givenUp_keepsNoPayload_andIsInTheLedger() throws Exception {
    EffectId effect = dead("case:given-up");
    String address = "/outbox/" + effect.value() + "/give-up";
    http.perform(post(address).with(OPERATOR).with(csrf())).andExpect(redirectedUrl("/outbox"));
    assertThat(state(effect)).as("not confirmed").isEqualTo("DEAD A made-up secret.");

    http.perform(post(address).with(OPERATOR).with(csrf()).param("sure", "on"))
        .andExpect(redirectedUrl("/outbox"));

    assertThat(state(effect)).isEqualTo("GIVEN_UP");
    assertThat(acts(effect)).containsExactly("effect given up kind=made-up");
    http.perform(post("/outbox/" + effect.value() + "/replay").with(OPERATOR).with(csrf()));
    assertThat(state(effect)).as("given up for good").isEqualTo("GIVEN_UP");
  }

  @Test
  void deadLetter_overtakenByALaterOneOfItsKey_saysSo() throws Exception {
    dead("case:overtaken");
    outbox.add(new Effect(EffectId.random(), KIND, new EffectKey("case:overtaken"), "later"));
    assertThat(deliveries.step(new Handler(new Delivery.Delivered()))).isTrue();

    http.perform(get("/outbox").with(OPERATOR))
        .andExpect(content().string(containsString("A replay would arrive after it.")));
  }
}
