package dev.honeydo.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A library that one part of the code knows, and no other.
 *
 * @param packages the packages of the library, as a pattern
 * @param home the packages below the root that may depend on it, as a pattern
 */
public record Vendor(String packages, String home) {

  /** The libraries that this code base lives with, and where each lives. */
  static final List<Vendor> KNOWN =
      List.of(
          new Vendor("com.mongodb..", "adapters.mongo.."),
          new Vendor("org.bson..", "adapters.mongo.."),
          new Vendor("org.sqlite..", "adapters.sqlite.."),
          new Vendor("java.sql..", "adapters.sqlite.."),
          new Vendor("io.lettuce..", "adapters.redis.."),
          new Vendor("io.netty..", "adapters.redis.."),
          new Vendor("com.github.benmanes.caffeine..", "adapters.redis.."),
          new Vendor("io.github.resilience4j..", "adapters.redis.."),
          new Vendor("com.auth0.jwt..", "adapters.security.."),
          new Vendor("org.bouncycastle..", "adapters.security.."),
          new Vendor("com.github.f4b6a3.uuid..", "adapters.security.."),
          new Vendor("com.nulabinc.zxcvbn..", "adapters.security.."),
          new Vendor("io.javalin..", "adapters.http.."),
          new Vendor("com.fasterxml.jackson..", "adapters.http.."),
          // Its parser alone sees what java-jwt forgives: a claim that is there twice.
          new Vendor("com.fasterxml.jackson.core..", "adapters.security.."),
          new Vendor("jakarta.servlet..", "adapters.http.."),
          new Vendor("org.eclipse.jetty..", "adapters.http.."),
          new Vendor("io.micrometer..", "adapters.http.."),
          new Vendor("io.micrometer..", "bootstrap.."),
          new Vendor("io.github.cdimascio..", "bootstrap.."),
          new Vendor("ch.qos.logback..", "bootstrap.."),
          new Vendor("org.junit..", "contracts.."),
          new Vendor("org.assertj..", "contracts.."),
          new Vendor("com.tngtech.archunit..", "contracts.."),
          new Vendor("com.tngtech.archunit..", "architecture.."));

  /** What everybody may depend on, as far as its layer lets it. */
  private static final String[] EVERYWHERE = {
    "java..", "javax.crypto..", "javax.net..", "org.jspecify..", "org.slf4j.."
  };

  /** What {@link Rule#VENDORS_STAY_HOME} says, for a code base with libraries of its own. */
  public static ArchRule walls(String root, List<Vendor> vendors) {
    Layout at = new Layout(root);
    return classes().that(at.everything()).should(staysHome(vendors, at));
  }

  /** A condition that every library stays in its home, and that none is without one. */
  static ArchCondition<JavaClass> staysHome(List<Vendor> vendors, Layout at) {
    for (Vendor vendor : vendors) {
      var _ = at.foreign(vendor.home(), vendor.packages());
    }
    return Complaints.condition(
        "know only the libraries that are theirs",
        (type, complaints) -> {
          for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            List<String> homes = homesOf(target, vendors);
            if (homes.isEmpty() && !at.everything().test(target) && !isEverywhere(target)) {
              complaints.add(dependency, "no vendor is listed for it");
            }
            if (!homes.isEmpty() && homes.stream().noneMatch(it -> at.contains(it, type))) {
              complaints.add(dependency, "this library lives in " + homes);
            }
          }
        });
  }

  private static List<String> homesOf(JavaClass target, List<Vendor> vendors) {
    return vendors.stream()
        .filter(it -> PackageMatcher.of(it.packages).matches(target.getPackageName()))
        .map(Vendor::home)
        .toList();
  }

  private static boolean isEverywhere(JavaClass target) {
    return target.isPrimitive() || resideInAnyPackage(EVERYWHERE).test(target);
  }
}
