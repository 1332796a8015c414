package dev.honeydo.bootstrap;

import static ch.qos.logback.core.encoder.JsonEscapeUtil.jsonEscapeString;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object for each event, in a line of its own: {@code time} (RFC 3339), {@code level},
 * {@code logger}, {@code message}, {@code throwable} where there is one, and what the request is
 * known by ({@code request_id}).
 */
final class JsonLines extends JsonEncoder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  JsonLines() {
    setWithSequenceNumber(false);
    setWithNanoseconds(false);
    setWithThreadName(false);
    setWithContext(false);
    setWithMarkers(false);
    setWithMDC(false);
    setWithKVPList(false);
    setWithArguments(false);
    setWithMessage(false);
    setWithFormattedMessage(true);
  }

  @Override
  protected void appenderMemberWithLongValue(StringBuilder line, String name, long value) {
    if (name.equals(TIMESTAMP_ATTR_NAME)) {
      super.appenderMember(line, "time", TIME.format(Instant.ofEpochMilli(value)));
    } else {
      super.appenderMemberWithLongValue(line, name, value);
    }
  }

  @Override
  protected void appenderMember(StringBuilder line, String name, String value) {
    String shorter =
        switch (name) {
          case LOGGER_ATTR_NAME -> "logger";
          case FORMATTED_MESSAGE_ATTR_NAME -> "message";
          default -> name;
        };
    super.appenderMember(line, shorter, value);
  }

  @Override
  protected void appendThrowableProxy(
      StringBuilder line, String name, @Nullable IThrowableProxy thrown) {
    if (thrown != null) {
      super.appendThrowableProxy(line, name, thrown);
    }
  }

  @Override
  protected void appendCustomFields(StringBuilder line, ILoggingEvent event) {
    for (Map.Entry<String, String> known : event.getMDCPropertyMap().entrySet()) {
      line.append(VALUE_SEPARATOR);
      super.appenderMember(
          line, jsonEscapeString(known.getKey()), jsonEscapeString(known.getValue()));
    }
  }
}
