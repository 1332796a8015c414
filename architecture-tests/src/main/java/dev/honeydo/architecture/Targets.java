package dev.honeydo.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.regex.Pattern;

/**
 * Methods, constructors and fields of the JDK that some code must not touch, whether it calls them
 * or passes them on as method references.
 *
 * <p>The patterns match full names as ArchUnit writes them: {@code java.util.UUID.randomUUID()}.
 */
final class Targets {
  private static final Pattern AMBIENT_TIME =
      Pattern.compile(
          "java\\.time\\.([a-z]+\\.)?\\w+\\.now\\((?!java\\.time\\.Clock\\)).*"
              + "|java\\.time\\.(Clock|InstantSource)\\.(system|tick(?!\\()).*"
              + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*"
              + "|java\\.util\\.(Date|GregorianCalendar)\\.<init>\\(\\)"
              + "|java\\.util\\.Calendar\\.getInstance\\(.*");

  private static final Pattern PROCESS =
      Pattern.compile(
          "java\\.lang\\.System\\.((getenv|getProperty|getProperties|setProperty|exit|getLogger)\\(.*"
              + "|out|err|in)"
              + "|java\\.lang\\.Runtime\\.(exit|halt|addShutdownHook)\\(.*"
              + "|java\\.lang\\.(Integer|Long)\\.get(Integer|Long)\\(.*"
              + "|java\\.lang\\.Boolean\\.getBoolean\\(.*"
              + "|.*\\.printStackTrace\\(\\)"
              + "|java\\.util\\.logging\\..*");

  private static final Pattern CHANCE =
      Pattern.compile(
          "java\\.util\\.UUID\\.randomUUID\\(\\)"
              + "|java\\.lang\\.Math\\.random\\(\\)"
              + "|java\\.util\\.(Random|SplittableRandom)\\.<init>\\(.*"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)"
              + "|java\\.security\\.SecureRandom\\.(<init>|getInstance|getInstanceStrong)\\(.*"
              + "|java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)\\(.*"
              + "|java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)");

  private static final Pattern SLEEP =
      Pattern.compile(
          "java\\.lang\\.Thread\\.sleep\\(.*"
              + "|java\\.util\\.concurrent\\.TimeUnit\\.sleep\\(.*"
              + "|java\\.util\\.concurrent\\.locks\\.LockSupport\\.park(Nanos|Until)\\(.*");

  private static final Pattern DEFAULT_LOCALE_OR_CHARSET =
      Pattern.compile(
          "java\\.lang\\.String\\.(toLowerCase|toUpperCase|getBytes)\\(\\)"
              + "|java\\.lang\\.String\\.<init>\\(\\[B(, int, int)?\\)"
              + "|java\\.lang\\.String\\.(format\\(java\\.lang\\.String, |formatted\\().*"
              + "|java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)"
              + "|java\\.util\\.Locale\\.getDefault\\(.*");

  private Targets() {}

  static DescribedPredicate<JavaAccess<?>> ambientTime() {
    return matching(AMBIENT_TIME);
  }

  static DescribedPredicate<JavaAccess<?>> process() {
    return matching(PROCESS);
  }

  static DescribedPredicate<JavaAccess<?>> chance() {
    return matching(CHANCE);
  }

  static DescribedPredicate<JavaAccess<?>> sleep() {
    return matching(SLEEP);
  }

  static DescribedPredicate<JavaAccess<?>> defaultLocaleOrCharset() {
    return matching(DEFAULT_LOCALE_OR_CHARSET);
  }

  private static DescribedPredicate<JavaAccess<?>> matching(Pattern pattern) {
    return DescribedPredicate.describe(
        "a target named " + pattern, it -> pattern.matcher(it.getTarget().getFullName()).matches());
  }
}
