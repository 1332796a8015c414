package dev.honeydo.adapters.redis;

import io.lettuce.core.RedisException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server calls the process that it is. */
final class RunId {
  private static final Pattern LINE = Pattern.compile("^run_id:(\\w+)", Pattern.MULTILINE);

  private RunId() {}

  /**
   * As {@code INFO server} has it.
   *
   * @throws RedisException where there is none
   */
  static String in(String info) {
    Matcher found = LINE.matcher(info);
    if (!found.find()) {
      throw new RedisException("a server without run_id");
    }
    return found.group(1);
  }
}
