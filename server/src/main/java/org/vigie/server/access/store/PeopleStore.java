package org.vigie.server.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.frame.Columns;

/// People, their roles and organisations.
///
/// Tables: `person`, one row a person, never deleted; `person_role`; `organisation`.
public final class PeopleStore {
  private static final String PERSON = """
      select person_id, name, email, organisation_id, created_at, disabled_at,
             array(select role from access.person_role r where r.person_id = p.person_id) as roles,
             exists (select from access.passkey c where c.person_id = p.person_id)
               or exists (select from access.password w where w.person_id = p.person_id)
               or exists (select from access.identity i where i.person_id = p.person_id)
               as enrolled
        from access.person p
      """;

  private final JdbcClient jdbc;

  public PeopleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a person without roles. Returns false if the address is taken.
  public boolean add(PersonId id, PersonName name, EmailAddress email, Instant at) {
    return jdbc.sql("""
                /* access.add_person */
                insert into access.person (person_id, name, email, created_at)
                values (:id, :name, :email, :at)
                on conflict (email) do nothing
                """)
            .param("id", id.value())
            .param("name", name.value())
            .param("email", email.value())
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }

  /// Returns all people, by name.
  public List<Person> all() {
    return jdbc.sql("/* access.all_people */ " + PERSON + " order by lower(name), person_id")
        .query(PeopleStore::person)
        .list();
  }

  public Optional<Person> find(PersonId id) {
    return jdbc.sql("/* access.find_person */ " + PERSON + " where person_id = :id")
        .param("id", id.value())
        .query(PeopleStore::person)
        .optional();
  }

  public Optional<Person> find(EmailAddress email) {
    return jdbc.sql("/* access.find_person_by_email */ " + PERSON + " where email = :email")
        .param("email", email.value())
        .query(PeopleStore::person)
        .optional();
  }

  /// Finds the person with a subject at an OpenID provider.
  public Optional<Person> find(String issuer, String subject) {
    return jdbc.sql("/* access.find_person_by_identity */ " + PERSON + """
             where person_id = (select person_id from access.identity
                                 where issuer = :issuer and subject = :subject)
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .query(PeopleStore::person)
        .optional();
  }

  /// Links a person to a subject of an OpenID provider. Returns false if either is linked already.
  public boolean link(PersonId id, String issuer, String subject) {
    return jdbc.sql("""
                /* access.link_identity */
                insert into access.identity (issuer, subject, person_id)
                values (:issuer, :subject, :id) on conflict do nothing
                """)
            .param("issuer", issuer)
            .param("subject", subject)
            .param("id", id.value())
            .update()
        == 1;
  }

  /// Returns whether a person has an account of an OpenID provider.
  public boolean hasIdentity(PersonId id) {
    return jdbc.sql("""
            /* access.has_identity */
            select exists (select from access.identity where person_id = :id)
            """).param("id", id.value()).query(Boolean.class).single();
  }

  /// Returns whether anybody has a way to sign in.
  public boolean isAnyoneEnrolled() {
    return jdbc.sql("""
            /* access.is_anyone_enrolled */
            select exists (select from access.passkey) or exists (select from access.password)
                or exists (select from access.identity)
            """).query(Boolean.class).single();
  }

  /// Serialises the transactions that change administrators.
  public void lockAdministrators() {
    jdbc.sql("""
            /* access.lock_administrators */
            select pg_advisory_xact_lock(hashtext('access.administrators'))::text
            """).query(String.class).single();
  }

  /// Counts the administrators who can sign in, except one.
  public int otherAdministrators(PersonId id) {
    return jdbc.sql("""
            /* access.other_administrators */
            select count(*) from access.person p join access.person_role r using (person_id)
             where r.role = :role and p.disabled_at is null and p.person_id <> :id
               and (exists (select from access.passkey c where c.person_id = p.person_id)
                 or exists (select from access.password w where w.person_id = p.person_id)
                 or exists (select from access.identity i where i.person_id = p.person_id))
            """)
        .param("role", Role.ADMINISTRATOR.name())
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  public void setRoles(PersonId id, Set<Role> roles) {
    jdbc.sql("/* access.remove_roles */ delete from access.person_role where person_id = :id")
        .param("id", id.value())
        .update();
    jdbc.sql("""
            /* access.add_roles */
            insert into access.person_role (person_id, role)
            select :id, unnest(:roles::text[])
            """)
        .param("id", id.value())
        .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
        .update();
  }

  /// Records that a person had guarded roles until a moment.
  public void keepGuarded(PersonId id, Instant until) {
    jdbc.sql("""
            /* access.keep_guarded */
            update access.person set last_guarded_at = :until where person_id = :id
            """).param("id", id.value()).param("until", Columns.utc(until)).update();
  }

  /// Returns whether a person lost guarded roles after a moment.
  public boolean wasGuardedSince(PersonId id, Instant moment) {
    return jdbc.sql("""
            /* access.was_guarded */
            select exists (select from access.person
                            where person_id = :id and last_guarded_at > :moment)
            """)
        .param("id", id.value())
        .param("moment", Columns.utc(moment))
        .query(Boolean.class)
        .single();
  }

  /// Adds roles to those that a person has.
  public void addRoles(PersonId id, Set<Role> roles) {
    jdbc.sql("""
            /* access.add_some_roles */
            insert into access.person_role (person_id, role)
            select :id, unnest(:roles::text[]) on conflict do nothing
            """)
        .param("id", id.value())
        .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
        .update();
  }

  /// Disables a person and ends their sessions. Returns false if they were disabled before.
  public boolean disable(PersonId id, Instant at) {
    int disabled =
        jdbc.sql("""
            /* access.disable_person */
            update access.person set disabled_at = :at
             where person_id = :id and disabled_at is null
            """).param("id", id.value()).param("at", Columns.utc(at)).update();
    endSessions(id);
    return disabled == 1;
  }

  /// Ends all sessions of a person.
  public void endSessions(PersonId id) {
    jdbc.sql("""
            /* access.end_sessions */
            delete from access.spring_session where principal_name = :id
            """).param("id", id.value().toString()).update();
  }

  /// Ends all sessions of a person except one.
  public void endOtherSessions(PersonId id, String session) {
    jdbc.sql("""
            /* access.end_other_sessions */
            delete from access.spring_session
             where principal_name = :id and session_id <> :session
            """).param("id", id.value().toString()).param("session", session).update();
  }

  /// Lets a disabled person sign in again. Returns false if they were not disabled.
  public boolean enable(PersonId id) {
    return jdbc.sql("""
                /* access.enable_person */
                update access.person set disabled_at = null
                 where person_id = :id and disabled_at is not null
                """).param("id", id.value()).update() == 1;
  }

  /// Puts a person into an organisation, or into none.
  public void setOrganisation(PersonId id, Optional<OrganisationId> organisation) {
    jdbc.sql("""
            /* access.set_organisation */
            update access.person set organisation_id = :organisation::uuid where person_id = :id
            """)
        .param("id", id.value())
        .param(
            "organisation", organisation.map(found -> found.value().toString()).orElse(null))
        .update();
  }

  /// Returns all organisations, by name.
  public List<Organisation> organisations() {
    return jdbc.sql("""
            /* access.all_organisations */
            select organisation_id, name, kind, country from access.organisation
             order by lower(name)
            """)
        .query((row, number) -> new Organisation(
            new OrganisationId(Columns.uuid(row, "organisation_id")),
            row.getString("name"),
            Organisation.Kind.valueOf(row.getString("kind")),
            row.getString("country")))
        .list();
  }

  /// Adds an organisation. Returns false if its name is taken.
  public boolean add(Organisation organisation, Instant at) {
    return jdbc.sql("""
                /* access.add_organisation */
                insert into access.organisation (organisation_id, name, kind, country, created_at)
                values (:id, :name, :kind, :country, :at) on conflict (name) do nothing
                """)
            .param("id", organisation.id().value())
            .param("name", organisation.name())
            .param("kind", organisation.kind().name())
            .param("country", organisation.country())
            .param("at", Columns.utc(at))
            .update()
        == 1;
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        new PersonId(Columns.uuid(row, "person_id")),
        new PersonName(row.getString("name")),
        new EmailAddress(row.getString("email")),
        Arrays.stream((Object[]) row.getArray("roles").getArray())
            .map(role -> Role.valueOf((String) role))
            .collect(Collectors.toUnmodifiableSet()),
        Columns.optionalUuid(row, "organisation_id").map(OrganisationId::new),
        state(row),
        Columns.instant(row, "created_at"));
  }

  private static Person.State state(ResultSet row) throws SQLException {
    if (Columns.optionalInstant(row, "disabled_at").isPresent()) {
      return Person.State.DISABLED;
    }
    return row.getBoolean("enrolled") ? Person.State.ACTIVE : Person.State.INVITED;
  }
}
