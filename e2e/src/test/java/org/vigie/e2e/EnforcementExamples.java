package org.vigie.e2e;

import org.springframework.jdbc.core.simple.JdbcClient;

/// An action that failed and one that is attempted again, for the page that lists them, made at the
/// first request.
final class EnforcementExamples {
  private static final class Made {
    private static final String PAGE = make();
  }

  private EnforcementExamples() {}

  static String page() {
    return Made.PAGE;
  }

  private static String make() {
    RunningVigie.instance().context().getBean(JdbcClient.class).sql("""
            insert into enforcement.action (action_id, decision_id, case_id, role, step, kind,
                messenger, surface, account, target, condition, countries, made_at, state,
                attempted, reason, ended_at)
            select gen_random_uuid(), gen_random_uuid(), 1, 'MEASURE', 'RESTRICT', kind, 'main',
                   'PUBLIC', 'example-stuck', 'main account:example-stuck', 'BAN_ACCOUNT:', '{}',
                   now(), state, true, reason, ended_at
              from (values ('BAN_ACCOUNT', 'DEAD', 'SocketTimeoutException', now()),
                           ('SUSPEND_ACCOUNT', 'QUEUED', null, null))
                   one (kind, state, reason, ended_at)
            """).update();
    return "/enforcement";
  }
}
