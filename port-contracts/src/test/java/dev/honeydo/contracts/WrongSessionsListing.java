package dev.honeydo.contracts;

import static dev.honeydo.contracts.SessionsDefect.listing;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Session;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Doubles that list too much, too little, or in another order. */
final class WrongSessionsListing {
  private WrongSessionsListing() {}

  static final List<WrongDouble<Sessions>> ALL =
      List.of(
          breaking(
              "SESS-72",
              "lists everybody's for who has none",
              listing((it, owner, answer) ->
                  it.inOrder.stream().anyMatch(old -> old.owner().equals(owner))
                      ? answer
                      : plus(answer, it.inOrder, _ -> true))),
          breaking(
              "SESS-73",
              "lists what was used last at the end",
              listing((_, _, answer) ->
                  answer.stream().sorted(Comparator.comparing(Session::lastAccessedAt)).toList())),
          breaking(
              "SESS-74",
              "compares ids as signed numbers when listing",
              listing((_, _, answer) ->
                  answer.stream()
                      .sorted(
                          Comparator.comparing(Session::createdAt)
                              .thenComparing(session -> session.id().value())
                              .reversed())
                      .toList())),
          breaking(
              "SESS-75",
              "lists what others have, if nobody did more than log in",
              listing((it, _, answer) ->
                  it.calls.are("open", "open", "list")
                      ? plus(answer, it.inOrder, _ -> true)
                      : answer)),
          breaking(
              "SESS-76",
              "lists nothing that expires within a millisecond",
              listing((it, _, answer) ->
                  answer.stream()
                      .filter(session -> session.isLiveAt(it.clock.instant().plusMillis(1)))
                      .toList())),
          breaking(
              "SESS-77",
              "lists what expires at that instant",
              listing((it, owner, answer) ->
                  plus(
                      answer,
                      it.inOrder,
                      old ->
                          old.owner().equals(owner)
                              && old.expiresAt().equals(it.clock.instant())
                              && it.annotated.isEmpty()))),
          breaking(
              "SESS-78",
              "lists what was revoked beside what is live",
              listing((it, owner, answer) ->
                  answer.isEmpty()
                      ? answer
                      : plus(
                          answer,
                          it.inOrder,
                          old -> old.owner().equals(owner) && it.revoked.contains(old.id())))),
          breaking(
              "SESS-79",
              "lists what was used last at the top",
              listing((_, _, answer) ->
                  answer.stream()
                      .sorted(Comparator.comparing(Session::lastAccessedAt).reversed())
                      .toList())),
          breaking(
              "SESS-80",
              "lists what it listed before, though others revoked it",
              listing((it, owner, answer) ->
                  plus(
                      answer,
                      it.listed.values(),
                      old -> old.owner().equals(owner) && !it.isEnded(old.id())))),
          breaking(
              "SESS-81",
              "lists what had to go",
              listing((it, owner, answer) ->
                  plus(
                      answer,
                      it.inOrder,
                      old -> old.owner().equals(owner) && it.evicted.contains(old.id())))));

  /** The list with those of {@code others} that it lacks. */
  static List<Session> plus(
      List<Session> list, Collection<Session> others, Predicate<Session> which) {
    return Stream.concat(
            list.stream(),
            others.stream()
                .filter(which)
                .filter(other -> list.stream().noneMatch(it -> it.id().equals(other.id()))))
        .toList();
  }
}
