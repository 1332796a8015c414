package dev.honeydo.adapters.redis;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.RevokedTokens;
import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.Device;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.Epoch;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.user.UserId;
import java.time.Duration;

/** Sessions, field by field. */
final class SessionPayload {
  private static final int BYTES = 500;

  private SessionPayload() {}

  static int weight(Session session) {
    return BYTES + session.data().json().length() + session.device().userAgent().length();
  }

  static void write(Output out, Cache.Known known) {
    out.flag(known.standing().revoked())
        .number(known.standing().epoch().value())
        .maybe(known.session(), SessionPayload::write);
  }

  static Cache.Known readKnown(Input in) {
    var standing = new RevokedTokens.Standing(in.flag(), new Epoch(in.number()));
    return new Cache.Known(standing, in.maybe(SessionPayload::read));
  }

  static void write(Output out, Session session) {
    Device device = session.device();
    out.id(session.id().value())
        .id(session.owner().value())
        .maybe(device.label(), (it, label) -> it.text(label.value()))
        .text(device.userAgent())
        .text(device.address())
        .constant(session.method())
        .moment(session.createdAt())
        .moment(session.lastAccessedAt())
        .number(session.idle().toMillis())
        .moment(session.endsAt())
        .text(session.data().json());
  }

  static Session read(Input in) {
    return new Session(
        new SessionId(in.id()),
        new UserId(in.id()),
        new Device(in.maybe(it -> new DeviceLabel(it.text())), in.text(), in.text()),
        in.constant(AuthenticationMethod.class),
        in.moment(),
        in.moment(),
        Duration.ofMillis(in.number()),
        in.moment(),
        new SessionData(in.text()));
  }
}
