package dev.honeydo.architecture.pages;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Disabled;

/**
 * The tests of one package that inherit contracts: one adapter, or one set of them.
 *
 * @param name the last segment of the package
 */
record AdapterTests(String name, MavenModule module, List<JavaClass> tests) {
  private static final String OURS = "dev.honeydo.";

  /** All there are, in the order of the modules. */
  static List<AdapterTests> all(List<MavenModule> modules, List<Contract> contracts) {
    return modules.stream()
        .filter(MavenModule::hasTests)
        .flatMap(it -> in(it, contracts).stream())
        .toList();
  }

  private static List<AdapterTests> in(MavenModule module, List<Contract> contracts) {
    Map<String, List<JavaClass>> byPackage = new LinkedHashMap<>();
    new ClassFileImporter()
        .importPath(module.compiledTests()).stream()
            .filter(AdapterTests::isRun)
            .filter(it -> contracts.stream().anyMatch(contract -> inherits(it, contract)))
            .forEach(it ->
                byPackage.computeIfAbsent(it.getPackageName(), _ -> new ArrayList<>()).add(it));
    return byPackage.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(it -> new AdapterTests(lastSegment(it.getKey()), module, it.getValue()))
        .toList();
  }

  /** Whether some test inherits the contract. */
  boolean keep(Contract contract) {
    return tests.stream().anyMatch(it -> inherits(it, contract));
  }

  /** Whether some test inherits the clause, and does not put something else in its place. */
  boolean keep(Contract contract, Clause clause) {
    return tests.stream().anyMatch(it -> inherits(it, contract) && !replaces(it, clause));
  }

  private static boolean inherits(JavaClass test, Contract contract) {
    return test.getAllRawInterfaces().stream().anyMatch(it -> it.getName().equals(contract.type()));
  }

  private static boolean replaces(JavaClass test, Clause clause) {
    return test.getAllMethods().stream()
        .anyMatch(it -> !it.getOwner().isInterface() && it.getName().equals(clause.method()));
  }

  /** Whether it is one of ours that Surefire runs. */
  private static boolean isRun(JavaClass type) {
    return type.getPackageName().startsWith(OURS)
        && type.getSimpleName().endsWith("Test")
        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && !type.isAnnotatedWith(Disabled.class);
  }

  private static String lastSegment(String packageName) {
    return packageName.substring(packageName.lastIndexOf('.') + 1);
  }
}
