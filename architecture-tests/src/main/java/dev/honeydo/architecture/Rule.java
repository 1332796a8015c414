package dev.honeydo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.net.IDN;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The rules of the architecture. Each says what it forbids and what to do instead, for a failure
 * text that tells the fix.
 *
 * <p>What the compiler refuses already has no rule here: nullness, ignored answers, adapters that
 * lie in modules which do not see each other.
 */
public enum Rule {
  /** The domain is pure. */
  DOMAIN_IS_PURE(
      "R1",
      "the domain knows itself and the JDK's values, and nothing else",
      "ask for what is outside through a port in application.port, or keep it in an adapter") {
    @Override
    ArchRule rule(Layout at) {
      DescribedPredicate<JavaClass> jdk =
          at.foreign(
              "domain..",
              "java.lang",
              "java.nio",
              "java.nio.charset",
              "java.security",
              "java.text",
              "java.time",
              "java.time.temporal",
              "java.util",
              "java.util.regex",
              "java.util.stream");
      return classes()
          .that(at.in("domain.."))
          .should()
          .onlyDependOnClassesThat(
              at.in("domain..").or(jdk).or(at.foreignTypes("domain..", IDN.class)).or(nullness()));
    }
  },

  /** The application is pure. */
  APPLICATION_IS_PURE(
      "R2",
      "the application knows the domain, itself and the JDK's values, and nothing else",
      "declare a port in application.port and let an adapter know the library") {
    @Override
    ArchRule rule(Layout at) {
      DescribedPredicate<JavaClass> jdk =
          at.foreign(
              "application..",
              "java.lang",
              "java.time",
              "java.time.temporal",
              "java.util",
              "java.util.concurrent.locks",
              "java.util.function",
              "java.util.stream");
      return classes()
          .that(at.in("application.."))
          .should()
          .onlyDependOnClassesThat(at.in("application..", "domain..").or(jdk).or(nullness()));
    }
  },

  /** Adapters do not meet. */
  ADAPTERS_DO_NOT_MEET(
      "R3",
      "adapters do not know each other",
      "let them meet in bootstrap, which hands one to the other as the port it implements") {
    @Override
    ArchRule rule(Layout at) {
      return slices().matching(at.packages("adapters.(*)..")).should().notDependOnEachOther();
    }
  },

  /** Driven adapters see ports. */
  DRIVEN_ADAPTERS_SEE_PORTS(
      "R4",
      "driven adapters and contracts know application.port and the domain, not the use cases",
      "move what they need into the domain, or into the signature of the port") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses()
          .that(drivenAdapters(at).or(at.in("contracts..")))
          .should()
          .dependOnClassesThat(at.in("application..").and(not(at.in("application.port"))));
    }
  },

  /** Only bootstrap knows adapters. */
  ONLY_BOOTSTRAP_KNOWS_ADAPTERS(
      "R5",
      "nobody but bootstrap knows an adapter, and nobody knows bootstrap",
      "depend on the port, and let bootstrap choose who implements it") {
    @Override
    ArchRule rule(Layout at) {
      ArchRule adapters =
          noClasses()
              .that(at.everything().and(not(at.in("bootstrap..", "adapters.."))))
              .should()
              .dependOnClassesThat(at.in("adapters.."));
      ArchRule bootstrap =
          noClasses()
              .that(at.everything().and(not(at.in("bootstrap.."))))
              .should()
              .dependOnClassesThat(at.in("bootstrap.."));
      return CompositeArchRule.of(adapters).and(bootstrap);
    }
  },

  /** Vendors stay home. */
  VENDORS_STAY_HOME(
      "R6",
      "each library is known to one part of the code",
      "use it in its home alone; a new library is listed in Vendor.KNOWN with the home it has") {
    @Override
    ArchRule rule(Layout at) {
      return classes().that(at.everything()).should(Vendor.staysHome(Vendor.KNOWN, at));
    }
  },

  /** Features do not meet. */
  FEATURES_DO_NOT_MEET(
      "R7",
      "the features of the application do not know each other",
      "share through the domain or a port, or let the driving adapter call both") {
    @Override
    ArchRule rule(Layout at) {
      return slices()
          .matching(at.packages("application.(*).."))
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), at.in("application.port"));
    }
  },

  /** One door for each driven adapter. */
  DRIVEN_ADAPTERS_HAVE_ONE_DOOR(
      "R8",
      "a driven adapter has exactly one public top-level class",
      "make the others package-private; the one that is public opens them and closes them") {
    @Override
    ArchRule rule(Layout at) {
      return classes().that(drivenAdapters(at).and(topLevel())).should(Doors.haveOneDoor(at));
    }
  },

  /** The port package holds ports. */
  PORT_PACKAGE_HOLDS_PORTS(
      "R9",
      "application.port holds interfaces, records, enums and PortUnavailable",
      "move behaviour to a use case, a rule to the domain, technology to an adapter") {
    @Override
    ArchRule rule(Layout at) {
      return classes()
          .that(at.in("application.port"))
          .should(Ports.bePortOrValue(portUnavailable(at)));
    }
  },

  /** Ports speak the domain's language. */
  PORTS_SPEAK_THE_DOMAIN(
      "R10",
      "signatures of ports name types of the domain, of the ports and values of the JDK only, or"
          + " what the caller names",
      "give it a value type in the domain; name no technology, no array, no checked exception") {
    @Override
    ArchRule rule(Layout at) {
      DescribedPredicate<JavaClass> jdk =
          at.foreignTypes(
              "application.port",
              String.class,
              UUID.class,
              Optional.class,
              List.class,
              Set.class,
              Instant.class,
              InstantSource.class,
              Duration.class,
              Supplier.class,
              Map.class,
              LocalDate.class,
              Boolean.class,
              Long.class,
              AutoCloseable.class);
      return classes()
          .that(at.in("application.port"))
          .should(
              Ports.nameOnly(at.in("domain..", "application.port").or(jdk), portUnavailable(at)));
    }
  },

  /** Use cases have one shape. */
  USE_CASES_HAVE_ONE_SHAPE(
      "R11",
      "a use case is a final class made of ports, records and a clock, with one public method,"
          + " handle(Command): Outcome; *Queries group reads; a shared step has no public method but"
          + " those of an interface beside it; what stands in front of a port has that port's methods"
          + " alone",
      "split what does two things, nest Command and Outcome in the class, ask for ports alone") {
    @Override
    ArchRule rule(Layout at) {
      return classes()
          .that(features(at).and(DescribedPredicate.describe("act", UseCases::isActor)))
          .should(UseCases.haveOneShape(Ports.of(at)));
    }
  },

  /** Outcomes are sealed. */
  OUTCOMES_ARE_SEALED(
      "R12",
      "an outcome of a use case, and a result of a port that has several cases, is a sealed"
          + " interface over records",
      "declare it sealed and each of its cases as a record, so that a switch needs no default") {
    @Override
    ArchRule rule(Layout at) {
      DescribedPredicate<JavaClass> outcome =
          at.in("application..")
              .and(describe("are outcomes", it -> it.getSimpleName().equals("Outcome")));
      DescribedPredicate<JavaClass> result =
          at.in("application.port")
              .and(describe("are results", it -> it.isInterface() && it.isNestedClass()))
              // That is what a caller gives, not what it gets.
              .and(not(annotatedWith(FunctionalInterface.class)));
      return classes().that(outcome.or(result)).should(Ports.beSealedOverRecords());
    }
  },

  /** Answers say what happened. */
  ANSWERS_SAY_WHAT_HAPPENED(
      "R13",
      "no port and no use case answers with void, a bare number of its own, or a boolean unless"
          + " asked is...?",
      "return a record or a sealed interface that is named for what happened") {
    @Override
    ArchRule rule(Layout at) {
      return classes()
          .that(Ports.of(at).or(features(at).and(describe("are called", UseCases::isCallable))))
          .should(Ports.sayWhatHappened());
    }
  },

  /** Owners come first. */
  OWNERS_COME_FIRST(
      "R14",
      "each method of an owner's store takes the UserId first, or a record that holds one; but for"
          + " purge, which clears out what has expired",
      "add the owner as the first parameter, and let the store look among their things only") {
    @Override
    ArchRule rule(Layout at) {
      DescribedPredicate<JavaClass> owned =
          at.type("application.port.Todos").or(at.type("application.port.Sessions"));
      return classes()
          .that(owned.and(topLevel()))
          .should(Ports.beToldTheOwnerFirst(at.type("domain.user.UserId")));
    }
  },

  /** Values never change. */
  VALUES_NEVER_CHANGE(
      "R15",
      "types of the domain are immutable: records, enums, sealed interfaces, stateless functions",
      "make it a record; a change returns a new value") {
    @Override
    ArchRule rule(Layout at) {
      return classes().that(at.in("domain..")).should(Values.neverChange());
    }
  },

  /** Secrets are redacted. */
  SECRETS_ARE_REDACTED(
      "R16",
      "a record that holds a secret as text does not print it",
      "override toString to return \"<Name>[redacted]\" and read no component there") {
    @Override
    ArchRule rule(Layout at) {
      return classes()
          .that(at.everything().and(describe("are secret", Secrets::isSecret)))
          .should(Secrets.redact());
    }
  },

  /** Time comes in. */
  TIME_COMES_IN(
      "R17",
      "nobody but bootstrap asks the system for the time",
      "take an InstantSource in the constructor; tests move it, so nothing has to wait") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses()
          .that(at.everything().and(not(at.in("bootstrap.."))))
          .should()
          .accessTargetWhere(Targets.ambientTime());
    }
  },

  /** The process belongs to bootstrap. */
  PROCESS_BELONGS_TO_BOOTSTRAP(
      "R18",
      "nobody but bootstrap reads the environment, prints, exits or uses java.util.logging",
      "take a settings record in the constructor, and log through SLF4J") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses()
          .that(at.everything().and(not(at.in("bootstrap.."))))
          .should()
          .accessTargetWhere(Targets.process());
    }
  },

  /** Chance has one source. */
  CHANCE_HAS_ONE_SOURCE(
      "R19",
      "nobody but the security adapter makes random numbers or ids",
      "ask the Ids or SessionTokens port; contracts may, to keep one run from another") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses()
          .that(at.everything().and(not(at.in("adapters.security..", "contracts.."))))
          .should()
          .accessTargetWhere(Targets.chance());
    }
  },

  /** Nobody sleeps. */
  NOBODY_SLEEPS(
      "R20",
      "nobody sleeps, contracts least of all",
      "wait for the condition itself, with a deadline; in contracts let time pass by elapse") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses().that(at.everything()).should().accessTargetWhere(Targets.sleep());
    }
  },

  /** Packages are named for concepts. */
  PACKAGES_ARE_NAMED_FOR_CONCEPTS(
      "R21",
      "no package is named util, common, helper, impl, service, dto, manager and the like",
      "name it for what it holds: todo, session, problem") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses()
          .that(at.everything())
          .should()
          .resideInAnyPackage(
              "..util..",
              "..utils..",
              "..common..",
              "..helper..",
              "..helpers..",
              "..impl..",
              "..service..",
              "..services..",
              "..dto..",
              "..dtos..",
              "..manager..",
              "..managers..",
              "..misc..");
    }
  },

  /** Text has one meaning everywhere. */
  TEXT_MEANS_THE_SAME_EVERYWHERE(
      "R22",
      "nobody leans on the machine's locale or charset",
      "pass Locale.ROOT or StandardCharsets.UTF_8") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses()
          .that(at.everything())
          .should()
          .accessTargetWhere(Targets.defaultLocaleOrCharset());
    }
  },

  /** Implementations of ports are hidden. */
  PORT_IMPLEMENTATIONS_ARE_HIDDEN(
      "R23",
      "what implements a port in an adapter is final, and not public unless it is a RecordStore",
      "drop public, add final, and let the adapter's door hand it out as the port") {
    @Override
    ArchRule rule(Layout at) {
      DescribedPredicate<JavaClass> door =
          at.type("application.port.RecordStore")
              .or(at.type("application.port.RecordStoreProvider"));
      return classes()
          .that(at.in("adapters.."))
          .should(Ports.hideImplementations(Ports.of(at), door));
    }
  },

  /** HTTP asks use cases. */
  HTTP_ASKS_USE_CASES(
      "R24",
      "the HTTP adapter calls use cases, never a port",
      "add a use case, or a method to the feature's *Queries; values of the ports are fine") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses().that(at.in("adapters.http..")).should().dependOnClassesThat(Ports.of(at));
    }
  },

  /** HTTP has one entrance. */
  HTTP_HAS_ONE_ENTRANCE(
      "R25",
      "outside the HTTP adapter only HttpServer, HttpSettings and UseCases of it are known",
      "let HttpServer do it, or carry it in HttpSettings or UseCases") {
    @Override
    ArchRule rule(Layout at) {
      DescribedPredicate<JavaClass> entrance =
          at.type("adapters.http.HttpServer")
              .or(at.type("adapters.http.HttpSettings"))
              .or(at.type("adapters.http.UseCases"));
      return noClasses()
          .that(at.everything().and(not(at.in("adapters.http.."))))
          .should()
          .dependOnClassesThat(at.in("adapters.http..").and(not(entrance)));
    }
  },

  /** Contracts are for tests. */
  CONTRACTS_ARE_FOR_TESTS(
      "R26",
      "nothing that ships knows the contracts or their reference adapters",
      "depend on port-contracts in test scope") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses()
          .that(at.everything().and(not(at.in("contracts.."))))
          .should()
          .dependOnClassesThat(at.in("contracts.."));
    }
  },

  /** Every class has a home. */
  EVERY_CLASS_HAS_A_HOME(
      "R27",
      "every class lies in the domain, a feature, the ports, an adapter, the contracts, bootstrap"
          + " or the architecture",
      "move it there, so that the other rules see it") {
    @Override
    ArchRule rule(Layout at) {
      return classes()
          .that(at.everything())
          .should()
          .resideInAnyPackage(
              at.packages("domain.."),
              at.packages("application.(*).."),
              at.packages("adapters.(*).."),
              at.packages("contracts.."),
              at.packages("bootstrap.."),
              at.packages("architecture.."));
    }
  },

  /** No mocks. */
  NO_MOCKS(
      "T1",
      "no test uses a mocking library",
      "use the reference adapter of the port, or write a wrong double that is named for its fault") {
    @Override
    ArchRule rule(Layout at) {
      return noClasses()
          .that(at.everything())
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "org.mockito..", "org.easymock..", "org.powermock..", "org.jmock..", "mockit.."));
    }
  },

  /** No test is switched off. */
  NO_TEST_IS_SWITCHED_OFF(
      "T2",
      "no test is disabled",
      "mend it or delete it; what a machine lacks is an assumption that names it") {
    @Override
    ArchRule rule(Layout at) {
      return classes().that(at.everything()).should(TestClasses.beSwitchedOn());
    }
  },

  /** Tests lie beside their subject. */
  TESTS_LIE_BESIDE_THEIR_SUBJECT(
      "T3",
      "a test that is named for a class lies in the package of that class, or in one around it",
      "move it there, or name it for what it is about") {
    @Override
    ArchRule rule(Layout at) {
      return classes().that(at.everything()).should(TestClasses.lieBesideTheirSubject(at));
    }
  },

  /** Adapters are under contract. */
  ADAPTERS_ARE_UNDER_CONTRACT(
      "T4",
      "a driven adapter has a test that extends EveryPortIsUnderContract",
      "add one to its module: it finds the classes that escape their contracts") {
    @Override
    ArchRule rule(Layout at) {
      return classes()
          .that(drivenAdapters(at))
          .should(
              TestClasses.watchContracts(
                  at, Ports.of(at), at.type("contracts.EveryPortIsUnderContract")));
    }
  };

  private final String id;
  private final String holds;
  private final String instead;

  Rule(String id, String holds, String instead) {
    this.id = id;
    this.holds = holds;
    this.instead = instead;
  }

  /** How docs and commits call it; never given to another rule. */
  public String id() {
    return id;
  }

  /** What holds while nobody breaks it. */
  public String holds() {
    return holds;
  }

  /** What to do instead of breaking it. */
  public String instead() {
    return instead;
  }

  /** Whether it is about tests as well as about what ships. */
  public boolean isOverTests() {
    return id.startsWith("T");
  }

  /** The rule for the code below {@code root}. */
  public ArchRule on(String root) {
    return rule(new Layout(root)).as(id + ": " + holds + ". Instead: " + instead);
  }

  /** What the rule calls by name below {@code root}; one that matches nothing makes it blind. */
  public List<Literal> literals(String root) {
    Layout layout = new Layout(root);
    ArchRule _ = rule(layout);
    return layout.literals();
  }

  abstract ArchRule rule(Layout at);

  /** Said of whole modules here, where ArchUnit does not see it; others say it of classes. */
  private static DescribedPredicate<JavaClass> nullness() {
    return resideInAPackage("org.jspecify.annotations");
  }

  private static DescribedPredicate<JavaClass> drivenAdapters(Layout at) {
    return at.in("adapters..").and(not(at.in("adapters.http..")));
  }

  private static DescribedPredicate<JavaClass> features(Layout at) {
    return at.in("application..").and(not(at.in("application.port")));
  }

  private static DescribedPredicate<JavaClass> portUnavailable(Layout at) {
    return at.type("application.port.PortUnavailable");
  }

  private static DescribedPredicate<JavaClass> topLevel() {
    return describe("are top-level", JavaClass::isTopLevelClass);
  }

  private static DescribedPredicate<JavaClass> describe(
      String description, Predicate<JavaClass> predicate) {
    return DescribedPredicate.describe(description, predicate);
  }
}
