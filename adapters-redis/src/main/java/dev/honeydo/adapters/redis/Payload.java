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
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How values are written, one field after the other; {@link Envelope#SCHEMA} counts the ways. */
final class Payload {
  private static final int ABSENCE_BYTES = 250;
  private static final int SESSION_BYTES = 750;

  private Payload() {}

  /** About how many bytes a value takes in memory, with its key. */
  static int weight(Cache.Key<?> key, Object value) {
    return switch (key) {
      case Cache.SessionById _, Cache.SessionByToken _ -> weight((Optional<?>) value);
      case Cache.Access _ -> weight(((Cache.Known) value).session());
    };
  }

  private static int weight(Optional<?> session) {
    return session.isPresent() && session.get() instanceof Session it
        ? SESSION_BYTES + it.data().json().length() + it.device().userAgent().length()
        : ABSENCE_BYTES;
  }

  /** Writes what {@code key} names. */
  static <V> void write(Cache.Key<V> key, V value, DataOutputStream out) throws IOException {
    switch (key) {
      case Cache.SessionById _, Cache.SessionByToken _ -> writeSession((Optional<?>) value, out);
      case Cache.Access _ -> writeKnown((Cache.Known) value, out);
    }
  }

  /** Reads what {@link #write} wrote under {@code key}. */
  @SuppressWarnings("unchecked") // What a key names has one type.
  static <V> V read(Cache.Key<V> key, DataInputStream in) throws IOException {
    return (V)
        switch (key) {
          case Cache.SessionById _, Cache.SessionByToken _ -> readSession(in);
          case Cache.Access _ -> readKnown(in);
        };
  }

  private static void writeKnown(Cache.Known known, DataOutputStream out) throws IOException {
    out.writeBoolean(known.standing().revoked());
    out.writeLong(known.standing().epoch().value());
    writeSession(known.session(), out);
  }

  private static Cache.Known readKnown(DataInputStream in) throws IOException {
    var standing = new RevokedTokens.Standing(in.readBoolean(), new Epoch(in.readLong()));
    return new Cache.Known(standing, readSession(in));
  }

  private static void writeSession(Optional<?> found, DataOutputStream out) throws IOException {
    out.writeBoolean(found.isPresent());
    if (found.isPresent() && found.get() instanceof Session session) {
      writeId(session.id().value(), out);
      writeId(session.owner().value(), out);
      writeDevice(session.device(), out);
      out.writeUTF(session.method().name());
      out.writeLong(session.createdAt().toEpochMilli());
      out.writeLong(session.lastAccessedAt().toEpochMilli());
      out.writeLong(session.idle().toMillis());
      out.writeLong(session.endsAt().toEpochMilli());
      out.writeUTF(session.data().json());
    }
  }

  private static Optional<Session> readSession(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? Optional.of(
            new Session(
                new SessionId(readId(in)),
                new UserId(readId(in)),
                readDevice(in),
                AuthenticationMethod.valueOf(in.readUTF()),
                Instant.ofEpochMilli(in.readLong()),
                Instant.ofEpochMilli(in.readLong()),
                Duration.ofMillis(in.readLong()),
                Instant.ofEpochMilli(in.readLong()),
                new SessionData(in.readUTF())))
        : Optional.empty();
  }

  private static void writeDevice(Device device, DataOutputStream out) throws IOException {
    out.writeUTF(device.label().map(DeviceLabel::value).orElse(""));
    out.writeUTF(device.userAgent());
    out.writeUTF(device.address());
  }

  private static Device readDevice(DataInputStream in) throws IOException {
    Optional<DeviceLabel> label =
        Optional.of(in.readUTF()).filter(it -> !it.isEmpty()).map(DeviceLabel::new);
    return new Device(label, in.readUTF(), in.readUTF());
  }

  private static void writeId(UUID id, DataOutputStream out) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static UUID readId(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }
}
