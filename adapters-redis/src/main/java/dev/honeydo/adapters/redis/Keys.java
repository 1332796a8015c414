package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.domain.user.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What keys are called. All of one user's have that user's id between braces, and so lie in one
 * hash slot; the schema is part of each.
 */
final class Keys {
  private static final String ROOT = "hd:" + Envelope.SCHEMA + ":";

  /** What all generations begin with, and nothing else. */
  static final String GENERATIONS = ROOT + "gen:";

  /** What all eras begin with: they are told of like generations, in one slot. */
  static final String ERAS = GENERATIONS + "{era}:";

  /** What all copies begin with, as {@code SCAN} wants it; some that are none do too. */
  static final String COPIES = ROOT + "{*";

  private static final List<Scope> SCOPES = List.of(Scope.values());

  private Keys() {}

  /** Where the owner's generation is. */
  static String generation(Fenced fenced) {
    return GENERATIONS + letter(fenced.scope()) + ":{" + fenced.owner() + "}";
  }

  /** Where the scope's era is. */
  static String era(Scope scope) {
    return ERAS + letter(scope);
  }

  /** Where the writers are that have begun and not ended. */
  static String writers(Fenced fenced) {
    return ROOT + "{" + fenced.owner() + "}:writers:" + letter(fenced.scope());
  }

  /** Where the copy is. */
  static String copy(Cache.Key<?> key) {
    return ROOT + "{" + key.owner() + "}:" + place(key);
  }

  /** Where the lease is of who loads what the key names. */
  static String lease(Cache.Key<?> key) {
    return ROOT + "{" + key.owner() + "}:lease:" + place(key);
  }

  private static String place(Cache.Key<?> key) {
    String place = letter(key.scope()) + ":";
    return switch (key) {
      case Cache.SessionById it -> place + "id:" + it.id();
      case Cache.SessionByToken it -> place + "token:" + it.token().value();
      case Cache.Access it -> place + "access:" + it.session() + ":" + it.token();
      case Cache.Profile _ -> place + "profile";
      case Cache.OneTodo it -> place + "id:" + it.id();
      case Cache.Page it -> place + "list:" + QueryName.of(it.query(), it.request());
      case Cache.Count it -> place + "count:" + QueryName.of(it.filter());
      case Cache.Search it -> place + "search:" + QueryName.of(it.terms(), it.limit());
      case Cache.Statistics it -> place + "statistics:" + it.at();
    };
  }

  /** Where health tries its hand. */
  static String health(String name) {
    return ROOT + "health:" + name;
  }

  /** The scope of the copy that has that key, or empty where it is none. */
  static Optional<Scope> scopeOfCopy(String key) {
    int end = key.indexOf("}:");
    int colon = end + 3;
    return end > 0 && key.length() > colon && key.charAt(colon) == ':'
        ? scope(key.substring(end + 2, colon))
        : Optional.empty();
  }

  /** Whose generation has that key, or empty where it is none. */
  static Optional<Fenced> fenced(String generation) {
    int start = generation.indexOf(":{");
    int end = generation.indexOf('}');
    if (!generation.startsWith(GENERATIONS) || start < GENERATIONS.length() || end < start) {
      return Optional.empty();
    }
    try {
      UserId owner = new UserId(UUID.fromString(generation.substring(start + 2, end)));
      return scope(generation.substring(GENERATIONS.length(), start))
          .map(scope -> new Fenced(owner, scope));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static Optional<Scope> scope(String letter) {
    return SCOPES.stream().filter(it -> letter(it).equals(letter)).findFirst();
  }

  private static String letter(Scope scope) {
    return switch (scope) {
      case ACCESS -> "a";
      case PROFILE -> "p";
      case TODOS -> "t";
    };
  }
}
