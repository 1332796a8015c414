package dev.honeydo.contracts;

import dev.honeydo.application.port.Account;
import dev.honeydo.application.port.JobName;
import dev.honeydo.application.port.LockName;
import dev.honeydo.application.port.StoredAnswer;
import dev.honeydo.domain.auth.AuthenticationMethod;
import dev.honeydo.domain.auth.Device;
import dev.honeydo.domain.auth.DeviceLabel;
import dev.honeydo.domain.auth.FamilyId;
import dev.honeydo.domain.auth.PasswordHash;
import dev.honeydo.domain.auth.RefreshFamily;
import dev.honeydo.domain.auth.Session;
import dev.honeydo.domain.auth.SessionData;
import dev.honeydo.domain.auth.SessionId;
import dev.honeydo.domain.auth.SessionLimits;
import dev.honeydo.domain.auth.SessionTokenHash;
import dev.honeydo.domain.auth.TokenId;
import dev.honeydo.domain.idempotency.ClaimKey;
import dev.honeydo.domain.idempotency.Fingerprint;
import dev.honeydo.domain.idempotency.Seed;
import dev.honeydo.domain.todo.DueDate;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Priority;
import dev.honeydo.domain.todo.Tag;
import dev.honeydo.domain.todo.Tags;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.todo.TodoId;
import dev.honeydo.domain.user.EmailAddress;
import dev.honeydo.domain.user.User;
import dev.honeydo.domain.user.UserId;
import dev.honeydo.domain.user.UserName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Good values to test with. Whatever must be unique is random. */
public final class Specimens {
  /** One code point beyond the basic plane: two chars, four bytes of UTF-8. */
  public static final String BEE = "\uD83D\uDC1D";

  /** Letters of several scripts and lengths, decomposed and not, to the last code point. */
  public static final String UNICODE = "Zoë Zoe\u0308 漢字 עברית " + BEE + " \uDBFF\uDFFD";

  /** Text that means something to SQL, to MongoDB, to JSON or to a pattern. */
  public static final String SYNTAX =
      "'; DROP TABLE todos; -- \" \\ \\u0041 {\"$gt\": \"\"} $where a.b %_*?[x] \u00A0<b>&amp;";

  /** When specimens are made. */
  public static final Instant NOW = TestClock.START;

  private Specimens() {}

  /** A user's id. */
  public static UserId userId() {
    return new UserId(UUID.randomUUID());
  }

  /** An address that nobody has. */
  public static EmailAddress email() {
    return new EmailAddress(UUID.randomUUID() + "@example.org");
  }

  /** Somebody with an address of their own. */
  public static User user() {
    return User.register(userId(), new UserName("Ada"), email(), NOW);
  }

  /** An account of that user. */
  public static Account account(User user) {
    return new Account(user, new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$" + user.id()));
  }

  /** The account of somebody with an address of their own. */
  public static Account account() {
    return account(user());
  }

  /** A todo's id. */
  public static TodoId todoId() {
    return new TodoId(UUID.randomUUID());
  }

  /** An open todo of which no more is said than what it is about. */
  public static Todo todo() {
    return todoAt(NOW);
  }

  /** A todo that was made at {@code createdAt}. */
  public static Todo todoAt(Instant createdAt) {
    return Todo.create(todoId(), TodoContent.of(new Heading("Buy bread")), createdAt);
  }

  /** A todo with that content. */
  public static Todo todo(TodoContent content) {
    return Todo.create(todoId(), content, NOW);
  }

  /** A content in which everything is said. */
  public static TodoContent fullContent() {
    return new TodoContent(
        new Heading("Buy bread " + BEE),
        new Task("the good one,\n\tnot the \"other\" one"),
        true,
        Priority.HIGH,
        Optional.of(new DueDate(NOW.plus(Duration.ofDays(3)))),
        new Tags(List.of(new Tag("shop"), new Tag("home"), new Tag(BEE))));
  }

  /** A session's id. */
  public static SessionId sessionId() {
    return new SessionId(UUID.randomUUID());
  }

  /** An access token's id. */
  public static TokenId tokenId() {
    return new TokenId(UUID.randomUUID());
  }

  /** The name of a job that nobody else has. */
  public static JobName jobName() {
    return new JobName("job-" + UUID.randomUUID());
  }

  /** The name of a lock that nobody else has. */
  public static LockName lockName() {
    return new LockName("lock." + UUID.randomUUID());
  }

  /** What could be a token's hash. */
  public static SessionTokenHash tokenHash() {
    return new SessionTokenHash(UUID.randomUUID().toString().replace("-", "") + "_-0123456789");
  }

  /** A device with a label, an agent and an address. */
  public static Device device() {
    return new Device(
        Optional.of(new DeviceLabel("laptop " + BEE)), "curl/8.5.0", "2001:db8::7:1%eth0");
  }

  /** A session that is opened now, within the usual limits. */
  public static Session session(UserId owner, Instant now) {
    return session(owner, now, SessionLimits.DEFAULT);
  }

  /** A session that is opened now, within those limits. */
  public static Session session(UserId owner, Instant now, SessionLimits limits) {
    return Session.open(
        sessionId(),
        owner,
        device(),
        AuthenticationMethod.PASSWORD,
        limits,
        new SessionData("{\"theme\":\"dark\"}"),
        now);
  }

  /** A family that somebody founds now, for a session of their own, to end after 30 days. */
  public static RefreshFamily family(UserId owner, Instant now) {
    return new RefreshFamily(
        new FamilyId(UUID.randomUUID()),
        owner,
        sessionId(),
        0,
        now,
        now.plus(SessionLimits.DEFAULT.absolute()));
  }

  /** A key under which nobody has asked for anything. */
  public static ClaimKey claimKey() {
    return ClaimKey.of(List.of(UUID.randomUUID().toString()));
  }

  /** What could be the fingerprint of a request. */
  public static Fingerprint fingerprint() {
    return new Fingerprint(UUID.randomUUID().toString().replace("-", "") + "_-0123456789");
  }

  /** A seed that nobody has used. */
  public static Seed seed() {
    return new Seed(UUID.randomUUID());
  }

  /** An answer of which everything is kept that can be. */
  public static StoredAnswer storedAnswer() {
    String id = UUID.randomUUID().toString();
    return new StoredAnswer(
        201,
        "{\"id\":\"" + id + "\",\"heading\":\"" + BEE + "\"}",
        Optional.of("application/json"),
        Optional.of("/api/todos/" + id),
        Optional.of("\"1\""));
  }
}
