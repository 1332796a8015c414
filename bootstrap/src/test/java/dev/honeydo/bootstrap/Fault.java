package dev.honeydo.bootstrap;

import dev.honeydo.bootstrap.FaultyRelay.Trouble;
import java.util.function.Consumer;

/** Everything that befalls a part: how it begins, what goes on while it lasts, how it ends. */
@SuppressWarnings(
    "ImmutableEnumChecker") // They are told apart by what they do, which keeps nothing.
enum Fault {
  /** Nothing at all: what the others are to be compared with. */
  NOTHING(Part.REDIS, Trouble.NONE),
  /** Nobody listens. */
  REDIS_REFUSED(Part.REDIS, Trouble.REFUSED),
  /** Every connection is reset. */
  REDIS_RESET(Part.REDIS, Trouble.RESET),
  /** The process is stopped: connections stay, nothing is answered. */
  REDIS_STOPPED(Part.REDIS, RedisProcess::pause, _ -> {}, RedisProcess::resume),
  /** The network swallows everything. */
  REDIS_SILENT(Part.REDIS, Trouble.SILENT),
  /** Answers take two seconds. */
  REDIS_LATE(Part.REDIS, Trouble.LATE),
  /** Answers come at a byte a second. */
  REDIS_TRICKLE(Part.REDIS, Trouble.TRICKLE),
  /** Answers are no answers. */
  REDIS_GARBAGE(Part.REDIS, Trouble.GARBAGE),
  /** It is a replica, of a server that is not there. */
  REDIS_READONLY(
      Part.REDIS,
      it -> it.tell("REPLICAOF 127.0.0.1 1"),
      _ -> {},
      it -> it.tell("REPLICAOF NO ONE")),
  /** It has no room, and evicts nothing. */
  REDIS_OUT_OF_MEMORY(
      Part.REDIS,
      it -> it.tell("CONFIG SET maxmemory 1mb"),
      _ -> {},
      it -> it.tell("CONFIG SET maxmemory 0")),
  /** It forgets its scripts, again and again. */
  REDIS_NOSCRIPT(Part.REDIS, _ -> {}, it -> it.tell("SCRIPT FLUSH"), _ -> {}),
  /** It asks for a password that nobody was told. */
  REDIS_PASSWORD(
      Part.REDIS,
      it -> {
        it.tell("CONFIG SET requirepass another");
        it.tell("AUTH another\r\nCLIENT KILL TYPE normal");
      },
      _ -> {},
      it -> it.tell("AUTH another\r\nCONFIG SET requirepass \"\"")),
  /** It dies, and comes back empty. */
  REDIS_RESTARTED(Part.REDIS, RedisProcess::kill, _ -> {}, RedisProcess::restart),
  /** It is emptied, and emptied again. */
  REDIS_FLUSHED(Part.REDIS, RedisProcess::flush, _ -> {}, RedisProcess::flush),
  /** Nobody listens. */
  RECORD_REFUSED(Part.RECORD, Trouble.REFUSED),
  /** Every connection is reset. */
  RECORD_RESET(Part.RECORD, Trouble.RESET),
  /** The network swallows everything. */
  RECORD_SILENT(Part.RECORD, Trouble.SILENT),
  /** Answers take two seconds. */
  RECORD_LATE(Part.RECORD, Trouble.LATE),
  /** Nobody listens anywhere. */
  BOTH_REFUSED(Part.BOTH, Trouble.REFUSED),
  /** Nothing comes through anywhere. */
  BOTH_SILENT(Part.BOTH, Trouble.SILENT);

  /** What it befalls. */
  enum Part {
    /** Redis alone, which nobody is to notice. */
    REDIS,
    /** The record alone. */
    RECORD,
    /** Redis and the record at once. */
    BOTH
  }

  /** What is needed to do it. */
  record Stage(RedisProcess redis, FaultyRelay toRedis, FaultyRelay toRecord) {}

  private final Part part;
  private final Consumer<Stage> beginning;
  private final Consumer<Stage> course;
  private final Consumer<Stage> ending;

  Fault(Part part, Trouble trouble) {
    this.part = part;
    this.beginning = it -> befall(it, part, trouble);
    this.course = _ -> {};
    this.ending = it -> befall(it, part, Trouble.NONE);
  }

  Fault(
      Part part,
      Consumer<RedisProcess> beginning,
      Consumer<RedisProcess> course,
      Consumer<RedisProcess> ending) {
    this.part = part;
    this.beginning = it -> beginning.accept(it.redis());
    this.course = it -> course.accept(it.redis());
    this.ending = it -> ending.accept(it.redis());
  }

  private static void befall(Stage stage, Part part, Trouble trouble) {
    if (part != Part.RECORD) {
      stage.toRedis().is(trouble);
    }
    if (part != Part.REDIS) {
      stage.toRecord().is(trouble);
    }
  }

  Part part() {
    return part;
  }

  /** Whether another is so much like it that it belongs to the long form alone. */
  boolean isForLong() {
    return this == REDIS_SILENT || this == RECORD_RESET || this == BOTH_SILENT;
  }

  void begin(Stage stage) {
    beginning.accept(stage);
  }

  /** Is called a few times a second while it lasts. */
  void goOn(Stage stage) {
    course.accept(stage);
  }

  void end(Stage stage) {
    ending.accept(stage);
  }
}
