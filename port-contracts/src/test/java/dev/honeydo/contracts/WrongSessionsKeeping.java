package dev.honeydo.contracts;

import static dev.honeydo.contracts.SessionsDefect.finding;
import static dev.honeydo.contracts.SessionsDefect.findingByToken;
import static dev.honeydo.contracts.SessionsDefect.keeping;
import static dev.honeydo.contracts.WrongDouble.breaking;
import static dev.honeydo.contracts.WrongDouble.inARace;

import dev.honeydo.application.port.Sessions;
import dev.honeydo.domain.auth.Device;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Doubles that lose or change what they are given to keep, or show it to others. */
final class WrongSessionsKeeping {
  private WrongSessionsKeeping() {}

  static final List<WrongDouble<Sessions>> ALL =
      List.of(
          breaking(
              "SESS-1 SESS-7 SESS-9 SESS-20 SESS-70",
              "finds no token",
              findingByToken((_, _, _, _) -> Optional.empty())),
          WrongDouble.breakingAtLeast(
              "SESS-2",
              "finds no id",
              right ->
                  finding((_, _, _, _) -> Optional.empty()).apply(right, InstantSource.system())),
          breaking(
              "SESS-3 SESS-8",
              "finds any session where there is no such token",
              findingByToken((it, owner, token, answer) ->
                  answer.or(
                      () -> it.tokens.containsKey(token) ? Optional.empty() : anyOf(it, owner)))),
          breaking(
              "SESS-4",
              "finds any session where there is no such id",
              finding((it, owner, id, answer) ->
                  answer.or(() ->
                      it.opened.containsKey(id) || it.opened.size() > 1
                          ? Optional.empty()
                          : anyOf(it, owner)))),
          breaking(
              "SESS-5",
              "forgets the owner of a token",
              findingByToken((it, owner, token, _) ->
                  it.right.find(
                      Optional.ofNullable(it.tokens.get(token)).map(Session::owner).orElse(owner),
                      token))),
          breaking(
              "SESS-6",
              "forgets the owner of an id",
              finding((it, owner, id, _) ->
                  it.right.find(it.known(id).map(Session::owner).orElse(owner), id))),
          breaking(
              "SESS-7 SESS-70",
              "takes every token for the newest",
              findingByToken((it, owner, _, answer) ->
                  answer.flatMap(_ ->
                      it.inOrder.stream()
                          .filter(known -> known.owner().equals(owner))
                          .reduce((_, newer) -> newer)
                          .or(() -> answer)))),
          breaking(
              "SESS-8",
              "takes tokens for the same whatever their case",
              findingByToken((it, owner, token, answer) ->
                  answer.or(() ->
                      it.tokens.entrySet().stream()
                          .filter(known -> known.getKey().value().equalsIgnoreCase(token.value()))
                          .flatMap(known -> it.right.find(owner, known.getKey()).stream())
                          .findFirst()))),
          breaking(
              "SESS-9",
              "finds tokens that were given to it alone",
              findingByToken(
                  (it, _, token, answer) -> answer.filter(_ -> it.tokens.containsKey(token)))),
          breaking(
              "SESS-10",
              "cuts labels to 198 chars",
              keeping(
                  labelled(it ->
                      it.map(label ->
                          new DeviceLabel(
                              label
                                  .value()
                                  .substring(0, Math.min(198, label.value().length()))))))),
          breaking(
              "SESS-10",
              "cuts agents to 1 022 chars",
              keeping(agent(it -> it.substring(0, Math.min(1022, it.length()))))),
          breaking(
              "SESS-11",
              "calls an agent that said nothing unknown",
              keeping(agent(it -> it.isEmpty() ? "unknown" : it))),
          breaking(
              "SESS-12",
              "drops line breaks from agents",
              keeping(agent(it -> it.replace("\r\n", "")))),
          breaking(
              "SESS-13",
              "drops data of more than 4000 bytes",
              keeping(data(it -> it.length() > 2000 ? "{}" : it))),
          breaking(
              "SESS-14", "writes numbers shorter", keeping(data(it -> it.replace("1.0", "1")))),
          breaking(
              "SESS-15",
              "keeps limits in whole seconds",
              keeping(
                  it -> with(it, it.lastAccessedAt(), Duration.ofSeconds(it.idle().toSeconds())))),
          breaking(
              "SESS-16",
              "takes the opening for the last use",
              keeping(it -> with(it, it.createdAt(), it.idle()))),
          breaking(
              "SESS-17",
              "loses one of those that are opened at once",
              (right, clock) -> new LosesOne(right, clock)));

  private static Optional<Session> anyOf(SessionsDefect.Spoilt it, UserId owner) {
    return it.opened.values().stream().filter(known -> known.owner().equals(owner)).findFirst();
  }

  private static UnaryOperator<Session> labelled(UnaryOperator<Optional<DeviceLabel>> change) {
    return it ->
        with(
            it,
            new Device(
                change.apply(it.device().label()), it.device().userAgent(), it.device().address()),
            it.data());
  }

  private static UnaryOperator<Session> agent(UnaryOperator<String> change) {
    return it ->
        with(
            it,
            new Device(
                it.device().label(), change.apply(it.device().userAgent()), it.device().address()),
            it.data());
  }

  private static UnaryOperator<Session> data(UnaryOperator<String> change) {
    return it -> with(it, it.device(), new SessionData(change.apply(it.data().json())));
  }

  private static Session with(Session it, Device device, SessionData data) {
    return new Session(
        it.id(),
        it.owner(),
        device,
        it.method(),
        it.createdAt(),
        it.lastAccessedAt(),
        it.idle(),
        it.endsAt(),
        data);
  }

  private static Session with(Session it, Instant lastAccessedAt, Duration idle) {
    return new Session(
        it.id(),
        it.owner(),
        it.device(),
        it.method(),
        it.createdAt(),
        lastAccessedAt,
        idle,
        it.endsAt(),
        it.data());
  }

  /** The first that is opened in a race, with room for all, is not found again. */
  private static final class LosesOne extends SessionsDefect.Spoilt {
    private final AtomicReference<Optional<SessionId>> lost =
        new AtomicReference<>(Optional.empty());

    LosesOne(Sessions right, InstantSource clock) {
      super(right, clock);
    }

    @Override
    public Opening open(Session session, SessionTokenHash token, int limit) {
      if (inARace() && limit >= Race.CONTENDERS) {
        lost.compareAndSet(Optional.empty(), Optional.of(session.id()));
      }
      return super.open(session, token, limit);
    }

    @Override
    public Optional<Session> find(UserId owner, SessionId id) {
      return super.find(owner, id).filter(_ -> !lost.get().equals(Optional.of(id)));
    }
  }
}
