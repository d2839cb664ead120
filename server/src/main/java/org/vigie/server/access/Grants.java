package org.vigie.server.access;

import java.util.List;
import java.util.Optional;
import org.vigie.server.access.agreement.GrantRefusedException;

/// Grants permission to open sealed evidence, and checks whether a grant is still in force.
///
/// The [Purpose] says whether one person or two are needed, and which permission they must have.
/// A request without approval lapses after [Agreement#WAIT]. Every change is in the ledger.
/// Threads: any.
public interface Grants {
  /// Gives a grant for a purpose that one person may have alone.
  ///
  /// @throws GrantRefusedException if the purpose needs two people, or the holder lacks the
  ///     permission
  Grant give(Caller by, GrantRequest request);

  /// Requests, as the later holder, a grant that a second person has to approve.
  ///
  /// @throws GrantRefusedException if the holder lacks the permission, or the purpose needs no
  ///     second person
  GrantId ask(GrantRequest request);

  /// Returns the grants that are pending with a second person, oldest first.
  List<WaitingGrant> waiting();

  /// Returns the grants in force for a purpose, the first to end first.
  List<Grant> standing(Purpose purpose);

  /// Approves, as a second person, a requested grant.
  GrantApproval approve(Caller.Person second, GrantId id);

  /// Refuses a requested grant; the requester may withdraw. Returns false if no longer pending.
  boolean refuse(Caller.Person by, GrantId id);

  /// Finds a grant that was given, whether or not it is still in force.
  Optional<Grant> find(GrantId id);

  /// Ends a grant, or a request for one. Returns false if it had ended before.
  boolean revoke(Caller by, GrantId id);

  /// Checks by the stored grant whether a caller may open evidence. Within a transaction of the
  /// caller, a grant in force stays in force until that transaction ends.
  ///
  /// @param evidence its reference
  GrantStanding check(Caller caller, Grant grant, String evidence);
}
