package dev.honeydo.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.regex.Pattern;

/** What values look like: nothing of them ever changes. */
final class Values {
  private static final Pattern SETTER = Pattern.compile("set\\p{Lu}.*");

  private Values() {}

  /** A condition that a type is a value, a closed set of them, or a stateless home of functions. */
  static ArchCondition<JavaClass> neverChange() {
    return Complaints.condition(
        "never change",
        (type, complaints) -> {
          complaints.addIf(!isValue(type), type, "is no record, enum or sealed interface");
          for (JavaField field : type.getFields()) {
            judge(field, complaints);
          }
          for (JavaMethod method : type.getMethods()) {
            boolean setter = SETTER.matcher(method.getName()).matches();
            complaints.addIf(setter, method, "is a setter");
          }
        });
  }

  private static void judge(JavaField field, Complaints complaints) {
    if (field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
      return;
    }
    complaints.addIf(!has(field, JavaModifier.FINAL), field, "is not final");
    complaints.addIf(field.getRawType().isArray(), field, "is an array, which anybody can change");
  }

  private static boolean isValue(JavaClass type) {
    return type.isRecord()
        || type.isEnum()
        || isConstantOf(type)
        || (type.isInterface() && type.isSealed())
        || type.isAssignableTo(Throwable.class)
        || isHomeOfFunctions(type);
  }

  /** An enum's constant with a body of its own is a class of its own. */
  private static boolean isConstantOf(JavaClass type) {
    return type.getRawSuperclass().filter(JavaClass::isEnum).isPresent();
  }

  private static boolean isHomeOfFunctions(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.FINAL)
        && type.getConstructors().stream().allMatch(Values::isPrivate)
        && type.getMethods().stream().allMatch(it -> has(it, JavaModifier.STATIC))
        && type.getFields().stream().allMatch(it -> has(it, JavaModifier.STATIC));
  }

  private static boolean isPrivate(JavaConstructor constructor) {
    return has(constructor, JavaModifier.PRIVATE);
  }

  private static boolean has(JavaMember member, JavaModifier modifier) {
    return member.getModifiers().contains(modifier);
  }
}
