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
 * <p>A class of a feature is one of four: a use case, with {@code handle} as its only public
 * method; a group of reads, named {@code *Queries}; a step that use cases of its package share,
 * which has no public method, so that nobody outside can take it for a use case; or what stands in
 * front of a port, or is one of several ways to do a step, and has the methods of that interface.
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
          List<JavaClass> roles =
              type.getAllRawInterfaces().stream().filter(it -> isRole(it, type, port)).toList();
          if (!roles.isEmpty()) {
            judgeRoles(type, roles, complaints);
          } else if (!type.getSimpleName().endsWith(QUERIES) && !isStep(type)) {
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

  private static boolean isRole(JavaClass it, JavaClass user, Predicate<JavaClass> port) {
    boolean own = it.isTopLevelClass() && it.getPackageName().equals(user.getPackageName());
    return it.isInterface() && (own || port.test(it));
  }

  private static void judgeRoles(JavaClass type, List<JavaClass> roles, Complaints complaints) {
    for (JavaMethod method : publicMethods(type)) {
      List<JavaClass> taken = method.getRawParameterTypes();
      boolean played =
          roles.stream()
              .anyMatch(it ->
                  it.getMethods().stream()
                      .filter(asked -> asked.getName().equals(method.getName()))
                      .anyMatch(asked -> asked.getRawParameterTypes().equals(taken)));
      complaints.addIf(!played, method, "is public beside the methods of its interface");
    }
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
    return publicMethods(type).isEmpty();
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
    return isRole(needed, user, port)
        || needed.isRecord()
        || needed.isEquivalentTo(InstantSource.class)
        || needed.isEquivalentTo(List.class)
        || (isActor(needed)
            && isStep(needed)
            && needed.getPackageName().equals(user.getPackageName()));
  }
}
