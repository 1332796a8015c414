package dev.honeydo.contracts;

import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.RefreshFamilies;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.RefreshFamily;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Doubles that find families as they are not, or that are not there. */
final class WrongRefreshFamiliesFinding {
  private WrongRefreshFamiliesFinding() {}

  static final List<WrongDouble<RefreshFamilies>> ALL =
      List.of(
          breaking(
              "FAM-53",
              "finds a family as it was founded",
              finding((founded, answer, _) -> answer.isEmpty() ? answer : founded)),
          breaking(
              "FAM-54",
              "finds a family at the moment of its end",
              finding((founded, answer, now) ->
                  answer.or(() -> founded.filter(it -> it.endsAt().equals(now))))),
          breaking(
              "FAM-55",
              "finds a family that was ended",
              finding((founded, answer, now) ->
                  answer.or(() -> founded.filter(it -> it.isLiveAt(now))))));

  /** What a double makes of the family that was founded, if it was, and the right answer. */
  private interface OnFind {
    Optional<RefreshFamily> answer(
        Optional<RefreshFamily> founded, Optional<RefreshFamily> answer, Instant now);
  }

  private static BiFunction<RefreshFamilies, InstantSource, RefreshFamilies> finding(
      OnFind defect) {
    return (right, clock) -> {
      Map<FamilyId, RefreshFamily> founded = new ConcurrentHashMap<>();
      return (RefreshFamilies)
          Proxy.newProxyInstance(
              RefreshFamilies.class.getClassLoader(),
              new Class<?>[] {RefreshFamilies.class},
              (_, called, arguments) -> {
                if (called.getName().equals("find")) {
                  FamilyId id = (FamilyId) arguments[0];
                  return defect.answer(
                      Optional.ofNullable(founded.get(id)), right.find(id), clock.instant());
                }
                if (arguments[0] instanceof RefreshFamily family) {
                  founded.put(family.id(), family);
                }
                try {
                  return called.invoke(right, arguments);
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              });
    };
  }
}
