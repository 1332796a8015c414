package dev.honeydo.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasReturnType;
import com.tngtech.archunit.lang.ArchCondition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Records that would print a secret.
 *
 * <p>A record is secret by its name ({@code RawPassword}, {@code SessionTokenHash}) or by that of a
 * component which is plain text ({@code String currentPassword}). A record that only holds such
 * records prints what they print, so it may leave that to the compiler.
 */
final class Secrets {
  private static final Pattern SECRET_TYPE =
      Pattern.compile(".*(Password|Token|Secret|PasswordHash|TokenHash|SessionKey|SigningKey)");
  private static final Pattern SECRET_COMPONENT =
      Pattern.compile("(?i).*(password|secret|token)|phc|(?-i:.*(TokenHash|PasswordHash))");
  private static final Set<String> TEXT =
      Set.of("java.lang.String", "java.lang.CharSequence", "[C", "[B", "java.util.Optional");

  private Secrets() {}

  /** Whether a type is a record that holds a secret as plain text. */
  static boolean isSecret(JavaClass type) {
    boolean named = SECRET_TYPE.matcher(type.getSimpleName()).matches();
    return type.isRecord()
        && type.getFields().stream()
            .filter(Secrets::isText)
            .anyMatch(it -> named || SECRET_COMPONENT.matcher(it.getName()).matches());
  }

  private static boolean isText(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.STATIC)
        && TEXT.contains(field.getRawType().getName())
        && field.getType().getAllInvolvedRawTypes().stream()
            .allMatch(it -> it.isPrimitive() || TEXT.contains(it.getName()));
  }

  /** A condition that {@code toString} is written by hand and reads no text of the record. */
  static ArchCondition<JavaClass> redact() {
    return Complaints.condition(
        "say nothing of their secret",
        (type, complaints) -> {
          JavaMethod toString = type.getMethod("toString");
          complaints.addIf(
              isMadeByCompiler(type), type, "prints every component, its secret among them");
          for (JavaAccess<?> access : toString.getAccessesFromSelf()) {
            complaints.addIf(reads(access, type), toString, "reads " + access.getName());
          }
        });
  }

  private static boolean reads(JavaAccess<?> access, JavaClass type) {
    if (!access.getTargetOwner().equals(type)) {
      return false;
    }
    return switch (access.getTarget()) {
      case HasReturnType method -> TEXT.contains(method.getRawReturnType().getName());
      case FieldAccessTarget field -> TEXT.contains(field.getRawType().getName());
      default -> false;
    };
  }

  /** The compiler writes {@code toString} as one call of {@code ObjectMethods.bootstrap}. */
  private static boolean isMadeByCompiler(JavaClass type) {
    URI source = type.getSource().orElseThrow().getUri();
    try (InputStream in = source.toURL().openStream()) {
      return ClassFile.of().parse(in.readAllBytes()).methods().stream()
          .filter(it -> it.methodName().equalsString("toString"))
          .filter(it -> it.methodType().equalsString("()Ljava/lang/String;"))
          .flatMap(it -> it.code().stream())
          .anyMatch(Secrets::callsObjectMethods);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean callsObjectMethods(CodeModel code) {
    return code.elementStream()
        .anyMatch(it ->
            it instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().displayName().equals("ObjectMethods"));
  }
}
