package dev.honeydo.architecture;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What use cases look like.
 *
 * <p>A class of a feature is one of three: a use case, with {@code handle} as its only public
 * method; a group of reads, named {@code *Queries}; or a step that use cases of its package share,
 * which has no public method of its own, so that nobody outside can take it for a use case. A step
 * that there is more than one of is an interface of the package, with its methods.
 */
final class UseCases {
  private static final String QUERIES = "Queries";
  private static final String HANDLE = "handle";

  private UseCases() {}

  /** Whether a type is a class that does something, not a value. */
  static boolean isActor(JavaClass type) {
    return type.isTopLevelClass()
        && !type.isInterface()
        && !type.isRecord()
        && !type.isEnum()
        && !type.isAssignableTo(Throwable.class);
  }

  /** Whether a type is one that others call. */
  static boolean isCallable(JavaClass type) {
    return isActor(type) && !isStep(type);
  }

  /** A condition on the shape of everything in a feature that does something. */
  static ArchCondition<JavaClass> haveOneShape(Predicate<JavaClass> port) {
    return Complaints.condition(
        "be a use case, a group of queries or a step that use cases share",
        (type, complaints) -> {
          boolean isFinal = type.getModifiers().contains(JavaModifier.FINAL);
          complaints.addIf(!isFinal, type, "is not final");
          if (!type.getSimpleName().endsWith(QUERIES) && !isStep(type)) {
            judgeHandle(type, complaints);
          }
          for (JavaConstructor constructor : type.getConstructors()) {
            for (JavaClass needed : ingredients(constructor)) {
              boolean fine = isIngredient(needed, type, port);
              complaints.addIf(!fine, constructor, "needs " + needed.getName());
            }
          }
        });
  }

  private static void judgeHandle(JavaClass type, Complaints complaints) {
    for (JavaMethod method : publicMethods(type)) {
      if (!method.getName().equals(HANDLE)) {
        complaints.add(method, "is public beside handle");
        continue;
      }
      List<String> taken = method.getRawParameterTypes().stream().map(JavaClass::getName).toList();
      boolean shaped =
          taken.equals(List.of(type.getName() + "$Command"))
              && method.getRawReturnType().getName().equals(type.getName() + "$Outcome");
      complaints.addIf(!shaped, method, "is not handle(Command): Outcome, both nested");
    }
  }

  private static boolean isStep(JavaClass type) {
    return publicMethods(type).stream().allMatch(it -> isOfAnInterfaceBeside(type, it));
  }

  private static boolean isOfAnInterfaceBeside(JavaClass type, JavaMethod method) {
    return type.getAllRawInterfaces().stream()
        .filter(it -> isBeside(it, type))
        .flatMap(it -> it.getMethods().stream())
        .anyMatch(it ->
            it.getName().equals(method.getName())
                && it.getRawParameterTypes().equals(method.getRawParameterTypes()));
  }

  private static boolean isBeside(JavaClass one, JavaClass other) {
    return one.isTopLevelClass() && one.getPackageName().equals(other.getPackageName());
  }

  private static List<JavaMethod> publicMethods(JavaClass type) {
    return type.getMethods().stream()
        .filter(it -> it.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(it -> !it.getModifiers().contains(JavaModifier.SYNTHETIC))
        .toList();
  }

  private static Set<JavaClass> ingredients(JavaConstructor constructor) {
    return constructor.getParameterTypes().stream()
        .flatMap(it -> it.getAllInvolvedRawTypes().stream())
        .collect(toSet());
  }

  private static boolean isIngredient(JavaClass needed, JavaClass user, Predicate<JavaClass> port) {
    return port.test(needed)
        || needed.isRecord()
        || needed.isEquivalentTo(InstantSource.class)
        || needed.isEquivalentTo(List.class)
        || (isBeside(needed, user)
            && (needed.isInterface() || (isActor(needed) && isStep(needed))));
  }
}
