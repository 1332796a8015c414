package dev.honeydo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name that matches nothing is found out. */
final class LiteralTest {
  private static final String ROOT = "archfixtures.r6.good";
  private static final JavaClasses CLASSES = Fixture.allBelow(ROOT);

  @Test
  void anOwnPackageIsAliveWhileAClassLiesThere() {
    assertThat(new Literal.OwnPackage(ROOT + ".adapters..").isAlive(CLASSES)).isTrue();
    assertThat(new Literal.OwnPackage(ROOT + ".adapters.*..").isAlive(CLASSES)).isTrue();
    assertThat(new Literal.OwnPackage(ROOT + ".adapter..").isAlive(CLASSES)).isFalse();
    assertThat(new Literal.OwnPackage(ROOT + ".adapters").isAlive(CLASSES)).isFalse();
  }

  @Test
  void anOwnClassIsAliveWhileItHasThatName() {
    String table = ROOT + ".adapters.sqlite.NoteTable";
    assertThat(new Literal.OwnClass(table).isAlive(CLASSES)).isTrue();
    assertThat(new Literal.OwnClass(table + "s").isAlive(CLASSES)).isFalse();
  }

  @Test
  void aForeignPackageIsAliveWhileItsUsersNeedIt() {
    String sqlite = ROOT + ".adapters.sqlite..";
    assertThat(new Literal.ForeignPackage(sqlite, "java.sql..").isAlive(CLASSES)).isTrue();
    assertThat(new Literal.ForeignPackage(sqlite, "org.bson..").isAlive(CLASSES)).isFalse();
  }

  @Test
  void aForeignClassIsAliveWhileItsUsersNeedIt() {
    String sqlite = ROOT + ".adapters.sqlite..";
    assertThat(new Literal.ForeignClass(sqlite, "java.sql.Connection").isAlive(CLASSES)).isTrue();
    assertThat(new Literal.ForeignClass(sqlite, "java.sql.Driver").isAlive(CLASSES)).isFalse();
  }

  @Test
  void everyKindOfNameIsHandedOut() {
    Set<Class<?>> kinds =
        Stream.of(Rule.values())
            .flatMap(rule -> rule.literals(ROOT).stream())
            .map(Object::getClass)
            .collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrder(Literal.class.getPermittedSubclasses());
  }
}
