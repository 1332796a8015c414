package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.Cache.Scope;
import dev.honeydo.domain.user.UserId;
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

  /** What names the era. */
  static final String ERA = ROOT + "era";

  private Keys() {}

  /** Where the owner's generation is. */
  static String generation(Fenced fenced) {
    return GENERATIONS + letter(fenced.scope()) + ":{" + fenced.owner() + "}";
  }

  /** Where the writers are that have begun and not ended. */
  static String writers(Fenced fenced) {
    return ROOT + "{" + fenced.owner() + "}:" + letter(fenced.scope()) + ":writers";
  }

  /** Where the copy is. */
  static String copy(Cache.Key<?> key) {
    String place = ROOT + "{" + key.owner() + "}:" + letter(key.scope()) + ":";
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

  /** Whose generation has that key, or empty where it is none. */
  static Optional<Fenced> fenced(String generation) {
    int start = generation.indexOf('{');
    int end = generation.indexOf('}');
    if (!generation.startsWith(GENERATIONS) || start < 0 || end < start) {
      return Optional.empty();
    }
    try {
      UserId owner = new UserId(UUID.fromString(generation.substring(start + 1, end)));
      return switch (generation.substring(GENERATIONS.length(), start)) {
        case "a:" -> Optional.of(new Fenced(owner, Scope.ACCESS));
        case "p:" -> Optional.of(new Fenced(owner, Scope.PROFILE));
        case "t:" -> Optional.of(new Fenced(owner, Scope.TODOS));
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static String letter(Scope scope) {
    return switch (scope) {
      case ACCESS -> "a";
      case PROFILE -> "p";
      case TODOS -> "t";
    };
  }
}
