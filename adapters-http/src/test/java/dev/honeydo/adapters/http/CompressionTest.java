package dev.honeydo.adapters.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long bodies come compressed to clients that take it, with a validator of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompressionTest {
  private final TestServer server = TestServer.start();
  private Client ada = server.client();
  private Client zipping = ada;
  private String todo = "";

  @BeforeAll
  void write() {
    ada = server.client().registered();
    zipping = ada.with("Accept-Encoding", "gzip");
    todo =
        ada.post("/api/todos", "{\"heading\":\"a\",\"task\":\"" + "milk ".repeat(400) + "\"}")
            .expect(201)
            .header("Location");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theTwoSayTheSameUnderTagsOfTheirOwn() {
    Client.Reply plain = ada.get(todo).expect(200);
    Client.Reply zipped = zipping.get(todo).expect(200);
    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(unzipped(zipped)).isEqualTo(plain.body());
    assertThat(zipped.response().body()).hasSizeLessThan(plain.response().body().length / 2);
    assertThat(plain.header("ETag")).isEqualTo("\"1\"");
    assertThat(zipped.header("ETag")).isEqualTo("\"1;gzip\"");
    for (Client.Reply each : new Client.Reply[] {plain, zipped}) {
      assertThat(each.header("Vary"))
          .isEqualTo("Authorization, Cookie, X-Session-ID, Origin, Accept-Encoding");
      assertThat(each.response().headers().allValues("Vary")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "\"1;gzip\"", "W/\"1;gzip\"", "\"7\", \"1;gzip\""})
  void eitherTagIsFresh(String tag) {
    Client.Reply fresh = zipping.with("If-None-Match", tag).get(todo).expect(304);
    assertThat(fresh.header("ETag")).isEqualTo(tag.contains(";gzip") ? "\"1;gzip\"" : "\"1\"");
    assertThat(fresh.header("Vary")).contains("Accept-Encoding");
    assertThat(fresh.body()).isEmpty();
    ada.with("If-None-Match", tag).get(todo).expect(304);
  }

  @Test
  void eitherTagIsWhatAChangeMayBuildOn() {
    String other =
        ada.post("/api/todos", "{\"heading\":\"a\",\"task\":\"" + "milk ".repeat(400) + "\"}")
            .header("Location");
    Client.Reply changed =
        zipping.with("If-Match", "\"1;gzip\"").patch(other, "{\"heading\":\"b\"}").expect(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2;gzip\"");
    ada.with("If-Match", "\"2\"").patch(other, "{\"heading\":\"c\"}").expect(200);
    ada.with("If-Match", "\"2;gzip\"").patch(other, "{\"heading\":\"d\"}").expect(412);
    ada.with("If-None-Match", "\"3;gzip\"").patch(other, "{\"heading\":\"d\"}").expect(412);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "GZIP | true",
        "x-gzip | true",
        "deflate, gzip;q=1.0, *;q=0.5 | true",
        "* | true",
        "gzip;q=0.001 | true",
        "gzip;q=0 | false",
        "*;q=0 | false",
        "gzip;q=0, * | false",
        "identity | false",
        "br | false",
        "gzip;q=0.5, identity;q=0.8 | false",
        "gzip;q=0.8, identity;q=0.5 | true",
        "gzip;q=nonsense | false",
        "'' | false"
      })
  void theClientChooses(String accepted, boolean zipped) {
    Client.Reply reply = ada.with("Accept-Encoding", accepted).get(todo).expect(200);
    assertThat(reply.header("Content-Encoding")).isEqualTo(zipped ? "gzip" : "");
  }

  @Test
  void whatIsShortStaysPlain() {
    Client.Reply reply = zipping.get("/api/users/me").expect(200);
    assertThat(reply.header("Content-Encoding")).isEmpty();
    assertThat(reply.header("Vary")).doesNotContain("Accept-Encoding");
  }

  @Test
  void headSaysWhatGetSays() {
    Client.Reply get = zipping.get(todo).expect(200);
    Client.Reply head = zipping.send("HEAD", todo).expect(200);
    assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    assertThat(head.header("Content-Encoding")).isEqualTo("gzip");
  }

  /** A secret beside what somebody else may have written is not to be measured by its length. */
  @Test
  void whatMustNotBeStoredStaysPlain() {
    String data = "{\"data\":{\"a\":\"" + "b".repeat(2000) + "\"}}";
    Client.Reply reply = zipping.patch("/api/sessions/current", data).expect(200);
    assertThat(reply.response().body()).hasSizeGreaterThan(2000);
    assertThat(reply.header("Content-Encoding")).isEmpty();
  }

  @Test
  void aListHasTwoTagsToo() {
    Client.Reply zipped = zipping.get("/api/todos?sort=heading").expect(200);
    assertThat(zipped.header("ETag")).endsWith(";gzip\"");
    zipping.with("If-None-Match", zipped.header("ETag")).get("/api/todos?sort=heading").expect(304);
  }

  private static String unzipped(Client.Reply reply) {
    try (GZIPInputStream stream =
        new GZIPInputStream(new ByteArrayInputStream(reply.response().body()))) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException notZipped) {
      throw new UncheckedIOException(notZipped);
    }
  }
}
