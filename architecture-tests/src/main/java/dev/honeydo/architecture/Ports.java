package dev.honeydo.architecture;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What ports look like: the top-level interfaces of {@code application.port}, but for those that
 * are sealed, which are values of several kinds.
 */
final class Ports {
  private static final Set<String> PRIMITIVES = Set.of("void", "boolean", "int", "long");
  private static final Set<String> MUTE =
      Set.of(
          "void",
          "boolean",
          "int",
          "long",
          "java.lang.Void",
          "java.lang.Boolean",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Object");

  private Ports() {}

  /** Whether a class is a port. */
  static DescribedPredicate<JavaClass> of(Layout at) {
    return at.in("application.port").and(port());
  }

  private static DescribedPredicate<JavaClass> port() {
    return DescribedPredicate.describe(
        "are ports",
        it -> it.isInterface() && it.isTopLevelClass() && !it.isAnnotation() && !it.isSealed());
  }

  /** The ports that {@code type} implements. */
  static List<JavaClass> implementedBy(JavaClass type, Predicate<JavaClass> port) {
    return type.getAllRawInterfaces().stream().filter(port).toList();
  }

  /** A condition that a type of the port package is a port, part of one, or {@code allowed}. */
  static ArchCondition<JavaClass> bePortOrValue(Predicate<JavaClass> allowed) {
    return Complaints.condition(
        "be interfaces, records or enums",
        (type, complaints) ->
            complaints.addIf(
                !type.isInterface() && !type.isRecord() && !type.isEnum() && !allowed.test(type),
                type,
                "is a class"));
  }

  /** A condition that signatures, and the components of records, name nothing but these types. */
  static ArchCondition<JavaClass> nameOnly(
      Predicate<JavaClass> allowed, Predicate<JavaClass> thrown) {
    return Complaints.condition(
        "name only values",
        (type, complaints) -> {
          for (JavaMember member : signatures(type)) {
            complaints.addIf(hasArray(member), member, "names an array");
            for (JavaClass named : named(member)) {
              boolean fine = PRIMITIVES.contains(named.getName()) || allowed.test(named);
              complaints.addIf(!fine, member, "names " + named.getName());
            }
          }
          for (JavaMethod method : type.getMethods()) {
            for (JavaClass named : method.getExceptionTypes()) {
              complaints.addIf(!thrown.test(named), method, "declares " + named.getName());
            }
          }
        });
  }

  /** What a signature names, but for the types that its caller chooses. */
  private static Set<JavaClass> named(JavaMember member) {
    Stream<JavaType> types =
        switch (member) {
          case JavaField field -> Stream.of(field.getType());
          case JavaCodeUnit unit ->
              Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
          default -> throw new IllegalArgumentException(member.getDescription());
        };
    return types.flatMap(Ports::named).collect(toSet());
  }

  private static Stream<JavaClass> named(JavaType type) {
    return switch (type) {
      case JavaTypeVariable<?> _ -> Stream.empty();
      case JavaParameterizedType generic ->
          Stream.concat(
              Stream.of(generic.toErasure()),
              generic.getActualTypeArguments().stream().flatMap(Ports::named));
      default -> type.getAllInvolvedRawTypes().stream();
    };
  }

  private static List<JavaMember> signatures(JavaClass type) {
    List<JavaMember> members = new ArrayList<>();
    if (type.isInterface()) {
      type.getMethods().stream().filter(Ports::isWritten).forEach(members::add);
    }
    if (type.isRecord()) {
      components(type).forEach(members::add);
    }
    return members;
  }

  private static List<JavaField> components(JavaClass type) {
    return type.getFields().stream()
        .filter(it -> !it.getModifiers().contains(JavaModifier.STATIC))
        .toList();
  }

  private static boolean hasArray(JavaMember member) {
    return switch (member) {
      case JavaField field -> field.getRawType().isArray();
      case JavaCodeUnit unit ->
          unit.getRawReturnType().isArray()
              || unit.getRawParameterTypes().stream().anyMatch(JavaClass::isArray);
      default -> throw new IllegalArgumentException(member.getDescription());
    };
  }

  private static boolean isWritten(JavaMethod method) {
    return !method.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  /** A condition that an interface which stands for a result is sealed, over records alone. */
  static ArchCondition<JavaClass> beSealedOverRecords() {
    return Complaints.condition(
        "be sealed over records",
        (type, complaints) -> {
          complaints.addIf(!type.isInterface() || !type.isSealed(), type, "is no sealed interface");
          List<JavaClass> others =
              type.getPermittedSubclasses().orElse(Set.of()).stream()
                  .filter(it -> !it.isRecord())
                  .toList();
          complaints.addIf(!others.isEmpty(), type, "permits " + names(others));
        });
  }

  private static String names(List<JavaClass> types) {
    return types.stream().map(JavaClass::getName).collect(joining(", "));
  }

  /** A condition that every public method says by its type what happened. */
  static ArchCondition<JavaClass> sayWhatHappened() {
    return Complaints.condition(
        "return types that say what happened",
        (type, complaints) -> {
          for (JavaMethod method : type.getMethods()) {
            String answer = method.getRawReturnType().getName();
            boolean asked = method.getModifiers().contains(JavaModifier.PUBLIC);
            complaints.addIf(
                asked
                    && isWritten(method)
                    && !isClose(method)
                    && !isQuestion(method)
                    && !(method.getReturnType() instanceof JavaTypeVariable<?>)
                    && MUTE.contains(answer),
                method,
                "returns " + answer);
          }
        });
  }

  /** {@link AutoCloseable} has said already what it answers. */
  private static boolean isClose(JavaMethod method) {
    return method.getName().equals("close")
        && method.getRawParameterTypes().isEmpty()
        && method.getOwner().isAssignableTo(AutoCloseable.class);
  }

  /** What is asked with {@code is} says by its name what yes and no mean. */
  private static boolean isQuestion(JavaMethod method) {
    return method.getName().startsWith("is")
        && method.getRawReturnType().getName().equals("boolean");
  }

  /** A condition that every method is told first whose things it is about. */
  static ArchCondition<JavaClass> beToldTheOwnerFirst(Predicate<JavaClass> owner) {
    return Complaints.condition(
        "take the owner first",
        (type, complaints) -> {
          for (JavaMethod method : type.getMethods()) {
            Optional<JavaClass> first = method.getRawParameterTypes().stream().findFirst();
            boolean told = first.filter(it -> owner.test(it) || isOwned(it, owner)).isPresent();
            complaints.addIf(
                isWritten(method) && !told && !isPurge(method), method, "is not told whose it is");
          }
        });
  }

  /** What has expired is nobody's any more: it is cleared out for everybody at once. */
  private static boolean isPurge(JavaMethod method) {
    return method.getName().equals("purge")
        && method.getRawReturnType().getSimpleName().equals("Purge");
  }

  private static boolean isOwned(JavaClass type, Predicate<JavaClass> owner) {
    return type.isRecord() && components(type).stream().anyMatch(it -> owner.test(it.getRawType()));
  }

  /**
   * A condition that whoever implements a port cannot be named or extended by others, but for the
   * doors, which are ports themselves.
   */
  static ArchCondition<JavaClass> hideImplementations(
      Predicate<JavaClass> port, Predicate<JavaClass> door) {
    return Complaints.condition(
        "hide what implements a port",
        (type, complaints) -> {
          List<JavaClass> ports = implementedBy(type, port);
          if (ports.isEmpty() || type.isInterface() || type.isAnonymousClass()) {
            return;
          }
          Set<JavaModifier> modifiers = type.getModifiers();
          String what = "implements " + names(ports) + " and is ";
          boolean hidden = !modifiers.contains(JavaModifier.PUBLIC);
          complaints.addIf(!hidden && !ports.stream().allMatch(door), type, what + "public");
          complaints.addIf(
              !modifiers.contains(JavaModifier.FINAL) && !type.isEnum(), type, what + "not final");
        });
  }
}
