package org.vigie.server.bank.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.bank.BankProblems;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.bank.settings.BankSettings;
import org.vigie.server.bank.store.ImportStore;
import org.vigie.server.bank.store.SubjectNames;
import org.vigie.server.frame.BodyAllowance;
import org.vigie.server.frame.Finder;
import org.vigie.server.frame.FirstStep;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.ProblemType;
import org.vigie.server.frame.Section;
import org.vigie.server.frame.Waiting;
import org.vigie.server.policy.Policies;

/// Wires the calls and pages of the banks.
@Configuration(proxyBeanMethods = false)
class BankWebConfiguration {
  private static final Pattern IMPORTS = Pattern.compile("(/api/v1)?/banks/[^/]+/imports");
  private static final long FRAMING = 1 << 16;

  /// How long an import that failed is shown, unless a later one of its bank succeeds.
  private static final Duration RECENT = Duration.ofDays(14);

  /// Files that are imported go straight to disk, at 1 MB/s or faster.
  @Bean
  BodyAllowance importedFiles(BankSettings settings) {
    long bytes = settings.maxImportSize().toBytes();
    return new BodyAllowance(
        IMPORTS,
        bytes + FRAMING,
        Duration.ofMinutes(1).plusSeconds(bytes >> 20),
        new BodyAllowance.Holding.Disk(settings.importDirectory()));
  }

  @Bean
  BankPaths bankPaths(Banks banks, Members members, ObjectProvider<Policies> policies) {
    return new BankPaths(banks, members, policies);
  }

  @Bean
  HomePanel banksPanel(Banks banks, KnownContent known) {
    return new BanksPanel(banks, known);
  }

  @Bean
  HomePanel doubtsPanel(StoredMembers members) {
    return new DoubtsPanel(members);
  }

  @Bean
  Waiting membersSetAside(StoredMembers members) {
    return new Waiting(
        60,
        Permission.FLOOD_DECIDE,
        "bank.waiting.set-aside",
        "/banks#set-aside",
        "/banks",
        _ -> Waiting.Count.of(members.doubts().setAside()));
  }

  @Bean
  Waiting importsThatFailed(ImportStore imports, InstantSource clock) {
    return new Waiting(
        65,
        Permission.BANKS_WRITE,
        "bank.waiting.imports",
        "/banks",
        "/banks",
        _ -> Waiting.Count.of(imports.failedLast(clock.instant().minus(RECENT))));
  }

  @Bean
  Finder findBanks(Banks banks) {
    return new Finder(
        30,
        Permission.BANKS_READ,
        "bank.navigation",
        sought -> banks.list().stream()
            .filter(bank -> sought.isIn(bank.name().value()))
            .limit(Finder.MOST)
            .map(bank -> new Finder.Found(
                bank.name().value(), "", "/banks/" + bank.name().value()))
            .toList());
  }

  @Bean
  FirstStep createFirstBank(Banks banks) {
    return new FirstBankStep(
        10, "bank.step.create", "/banks/new", () -> !banks.list().isEmpty());
  }

  @Bean
  FirstStep importFirstMembers(Banks banks) {
    return new FirstBankStep(
        20,
        "bank.step.import",
        "/banks",
        () -> banks.list().stream().anyMatch(bank -> bank.members() > 0));
  }

  @Bean
  LedgerActs bankActs(SubjectNames names) {
    return new BankActs(names);
  }

  @Bean
  NavigationEntry bankNavigation() {
    return new NavigationEntry(
        Section.KNOWN_CONTENT, 10, "bank.navigation", "/banks", Permission.BANKS_READ);
  }

  @Bean
  ProblemType noSuchBank() {
    return BankProblems.NO_SUCH_BANK;
  }

  @Bean
  ProblemType noSuchMember() {
    return BankProblems.NO_SUCH_MEMBER;
  }

  @Bean
  ProblemType bankNameTaken() {
    return BankProblems.NAME_TAKEN;
  }

  @Bean
  ProblemType referenceTaken() {
    return BankProblems.REFERENCE_TAKEN;
  }

  @Bean
  ProblemType changedMeanwhile() {
    return BankProblems.CHANGED_MEANWHILE;
  }

  @Bean
  ProblemType notPossibleNow() {
    return BankProblems.NOT_POSSIBLE_NOW;
  }

  @Bean
  ProblemType versionRequired() {
    return Versions.VERSION_REQUIRED;
  }
}
