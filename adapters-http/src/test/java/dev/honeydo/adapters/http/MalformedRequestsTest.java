package dev.honeydo.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way of saying something wrong, and what is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedRequestsTest {
  private static final String TODOS = "/api/todos";
  private static final String REGISTER = "/api/auth/register";
  private static final String LOGIN = "/api/auth/login";
  private static final String REFRESH = "/api/auth/refresh";
  private static final String ME = "/api/users/me";
  private static final String JSON = "application/json";

  private final TestServer server = TestServer.start();
  private Client ada = server.client();
  private String token = "";
  private String todo = "";

  @BeforeAll
  void register() {
    token = server.client().login("ada@example.org").json().get("access_token").textValue();
    ada = server.client().bearer(token);
    todo = ada.post(TODOS, "{\"heading\":\"a\"}").expect(201).header("Location");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /**
   * What is sent, and what is to come back.
   *
   * @param path {@code {todo}} in it stands for a todo's path
   * @param body one character for each byte
   */
  record Case(
      String name,
      String method,
      String path,
      String contentType,
      String body,
      int status,
      String code,
      List<String> errors) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static Case malformed(String name, String body) {
    return malformed(name, body.getBytes(UTF_8));
  }

  private static Case malformed(String name, byte[] body) {
    return new Case(name, "POST", TODOS, JSON, latin(body), 400, "malformed_request", List.of());
  }

  private static Case invalid(
      String name, String method, String path, String body, String... errors) {
    String bytes = latin(body.replace('\'', '"').getBytes(UTF_8));
    return new Case(name, method, path, JSON, bytes, 422, "validation_failed", List.of(errors));
  }

  private static Case todo(String name, String body, String... errors) {
    return invalid(name, "POST", TODOS, body, errors);
  }

  private static Case patch(String name, String body, String... errors) {
    return invalid(name, "PATCH", "{todo}", body, errors);
  }

  private static Case type(String name, String method, String path, String contentType) {
    return new Case(
        name, method, path, contentType, "{}", 415, "unsupported_media_type", List.of());
  }

  private static Case query(String name, String path, String code, String... errors) {
    return new Case(name, "GET", path, "", "", 400, code, List.of(errors));
  }

  static Stream<Case> jsonThatIsNone() {
    return Stream.of(
        malformed("no body", ""),
        malformed("nothing but space", "  \n"),
        malformed("a cut-off object", "{\"heading\":"),
        malformed("a cut-off string", "{\"heading\":\"a"),
        malformed("single quotes", "{'heading':'a'}"),
        malformed("a name without quotes", "{heading:\"a\"}"),
        malformed("a trailing comma", "{\"heading\":\"a\",}"),
        malformed("a comment", "{\"heading\":\"a\"/* b */}"),
        malformed("a line break in a string", "{\"heading\":\"a\nb\"}"),
        malformed("an unknown escape", "{\"heading\":\"\\x\"}"),
        malformed("a leading zero", "{\"heading\":01}"),
        malformed("NaN", "{\"heading\":NaN}"),
        malformed("trailing text", "{\"heading\":\"a\"} b"),
        malformed("a second object", "{\"heading\":\"a\"}{}"),
        malformed("a trailing brace", "{\"heading\":\"a\"}}"),
        malformed("a key twice", "{\"heading\":\"a\",\"heading\":\"b\"}"),
        malformed("a key twice, once escaped", "{\"task\":\"a\",\"t\\u0061sk\":\"b\"}"),
        malformed("a key twice, deep down", "{\"heading\":{\"a\":[{\"b\":1,\"b\":2}]}}"),
        malformed("an array", "[]"),
        malformed("a string", "\"heading\""),
        malformed("a number", "7"),
        malformed("null", "null"),
        malformed("too deep", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}"),
        malformed("a number of 101 digits", "{\"heading\":" + "1".repeat(101) + "}"),
        malformed("half a surrogate pair", "{\"heading\":\"\\ud83d\"}"),
        malformed("half a surrogate pair in a name", "{\"\\ud83d\":1}"),
        malformed("Latin-1", "{\"heading\":\"\u00e9\"}".getBytes(ISO_8859_1)),
        malformed("UTF-16", "{\"heading\":\"a\"}".getBytes(UTF_16)),
        malformed("an overlong encoding", overlong()),
        malformed("a surrogate in UTF-8", encodedSurrogate()),
        malformed("a zero byte behind", "{\"heading\":\"a\"}\0"));
  }

  private static byte[] overlong() {
    return with((byte) 0xC0, (byte) 0xAF);
  }

  private static byte[] encodedSurrogate() {
    return with((byte) 0xED, (byte) 0xA0, (byte) 0x80);
  }

  private static byte[] with(byte... strange) {
    byte[] text = ("{\"heading\":\"" + "#".repeat(strange.length) + "\"}").getBytes(UTF_8);
    System.arraycopy(strange, 0, text, 12, strange.length);
    return text;
  }

  static Stream<Case> fields() {
    String long200 = "x".repeat(201);
    return Stream.of(
        todo("no heading", "{}", "/heading required"),
        todo("heading null", "{'heading':null}", "/heading required"),
        todo("heading empty", "{'heading':''}", "/heading required"),
        todo("heading blank", "{'heading':' \\t\\u2003 '}", "/heading required"),
        todo("heading a number", "{'heading':1}", "/heading wrong_type"),
        todo("heading an object", "{'heading':{}}", "/heading wrong_type"),
        todo("heading too long", "{'heading':'" + long200 + "'}", "/heading too_long"),
        todo("heading of two lines", "{'heading':'a\\nb'}", "/heading invalid_format"),
        todo("heading with a zero", "{'heading':'a\\u0000b'}", "/heading invalid_format"),
        todo("task null", "{'heading':'a','task':null}", "/task wrong_type"),
        todo(
            "task too long",
            "{'heading':'a','task':'" + "x".repeat(10_001) + "'}",
            "/task too_long"),
        todo("task with an escape", "{'heading':'a','task':'\\u001b'}", "/task invalid_format"),
        todo("completed a string", "{'heading':'a','completed':'true'}", "/completed wrong_type"),
        todo("completed a number", "{'heading':'a','completed':1}", "/completed wrong_type"),
        todo("completed null", "{'heading':'a','completed':null}", "/completed wrong_type"),
        todo("an unknown priority", "{'heading':'a','priority':'HIGH'}", "/priority not_allowed"),
        todo("priority a number", "{'heading':'a','priority':1}", "/priority wrong_type"),
        todo("due_at a date", "{'heading':'a','due_at':'2026-11-20'}", "/due_at invalid_format"),
        todo(
            "due_at without an offset",
            "{'heading':'a','due_at':'2026-11-20T20:07:03'}",
            "/due_at invalid_format"),
        todo(
            "due_at on no day",
            "{'heading':'a','due_at':'2026-02-30T20:07:03Z'}",
            "/due_at invalid_format"),
        todo("due_at a number", "{'heading':'a','due_at':1763669223}", "/due_at wrong_type"),
        todo(
            "due_at before year 0",
            "{'heading':'a','due_at':'0000-01-01T00:00:00+01:00'}",
            "/due_at out_of_range"),
        todo("tags a string", "{'heading':'a','tags':'home'}", "/tags wrong_type"),
        todo("tags null", "{'heading':'a','tags':null}", "/tags wrong_type"),
        todo("a tag a number", "{'heading':'a','tags':['b',2]}", "/tags/1 wrong_type"),
        todo("a tag null", "{'heading':'a','tags':[null]}", "/tags/0 wrong_type"),
        todo("a tag blank", "{'heading':'a','tags':['b','c',' ']}", "/tags/2 required"),
        todo(
            "a tag too long",
            "{'heading':'a','tags':['a','b','c','" + "x".repeat(51) + "']}",
            "/tags/3 too_long"),
        todo("21 tags", "{'heading':'a','tags':" + tags(21) + "}", "/tags too_long"),
        todo("an unknown field", "{'heading':'a','colour':1}", "/colour unknown_field"),
        todo(
            "a field in another case",
            "{'Heading':'a'}",
            "/heading required /Heading unknown_field"),
        todo("a name to be escaped", "{'heading':'a','a/b~c':1}", "/a~1b~0c unknown_field"),
        todo("an empty name", "{'heading':'a','':1}", "/ unknown_field"),
        todo("id", "{'heading':'a','id':'x'}", "/id read_only"),
        todo("version", "{'heading':'a','version':1}", "/version read_only"),
        todo("created_at", "{'heading':'a','created_at':null}", "/created_at read_only"),
        todo("updated_at", "{'heading':'a','updated_at':1}", "/updated_at read_only"),
        todo("completed_at", "{'heading':'a','completed_at':1}", "/completed_at read_only"),
        todo(
            "everything at once",
            "{'heading':'','task':1,'completed':2,'priority':3,'due_at':4,'tags':[5,6],'id':7,'x':8}",
            "/heading required /task wrong_type /completed wrong_type /priority wrong_type"
                + " /due_at wrong_type /tags/0 wrong_type /tags/1 wrong_type /id read_only"
                + " /x unknown_field"),
        invalid("PUT without heading", "PUT", "{todo}", "{'task':'b'}", "/heading required"),
        invalid("PUT with id", "PUT", "{todo}", "{'heading':'b','id':'x'}", "/id read_only"),
        patch("PATCH heading null", "{'heading':null}", "/heading required"),
        patch("PATCH heading blank", "{'heading':' '}", "/heading required"),
        patch("PATCH completed a string", "{'completed':'no'}", "/completed wrong_type"),
        patch("PATCH version", "{'version':1}", "/version read_only"),
        patch("PATCH an unknown field", "{'colour':null}", "/colour unknown_field"),
        invalid(
            "register with nothing",
            "POST",
            REGISTER,
            "{}",
            "/name required /email required /password required"),
        register(
            "a short password",
            "'email':'b@example.org','password':'1234567'",
            "/password too_short"),
        register(
            "a long password",
            "'email':'b@example.org','password':'" + "x".repeat(257) + "'",
            "/password too_long"),
        register(
            "a common password",
            "'email':'b@example.org','password':'iloveyou'",
            "/password not_allowed"),
        register("no address", "'email':'b','password':'12345678x'", "/email invalid_format"),
        register("an address null", "'email':null,'password':'12345678x'", "/email required"),
        register(
            "a role",
            "'email':'b@example.org','password':'12345678x','role':'admin'",
            "/role read_only"),
        invalid(
            "a name too long",
            "POST",
            REGISTER,
            "{'name':'" + "x".repeat(101) + "','email':'b@example.org','password':'12345678x'}",
            "/name too_long"),
        invalid(
            "login without a password", "POST", LOGIN, "{'email':'a@b.cd'}", "/password required"),
        login("device blank", "'device':' '", "/device required"),
        login("device a number", "'device':1", "/device wrong_type"),
        login("data an array", "'data':[]", "/data wrong_type"),
        login("data too long", "'data':{'a':'" + "x".repeat(4096) + "'}", "/data too_long"),
        login("an unknown field", "'remember':true", "/remember unknown_field"),
        invalid("refresh with nothing", "POST", REFRESH, "{}", "/refresh_token required"),
        invalid(
            "refresh a number",
            "POST",
            REFRESH,
            "{'refresh_token':1}",
            "/refresh_token wrong_type"),
        invalid("PATCH me name null", "PATCH", ME, "{'name':null}", "/name required"),
        invalid("PATCH me role", "PATCH", ME, "{'role':'admin'}", "/role read_only"),
        invalid(
            "PATCH me email alone",
            "PATCH",
            ME,
            "{'email':'b@example.org'}",
            "/current_password required"),
        invalid("DELETE me without a password", "DELETE", ME, "{}", "/current_password required"));
  }

  private static String tags(int count) {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tags.add("'t" + i + "'");
    }
    return tags.toString();
  }

  private static Case register(String name, String fields, String... errors) {
    return invalid(
        "register with " + name, "POST", REGISTER, "{'name':'B'," + fields + "}", errors);
  }

  private static Case login(String name, String field, String... errors) {
    String body = "{'email':'a@b.cd','password':'x'," + field + "}";
    return invalid("login with " + name, "POST", LOGIN, body, errors);
  }

  static Stream<Case> types() {
    return Stream.of(
        type("no type", "POST", TODOS, ""),
        type("plain text", "POST", TODOS, "text/plain"),
        type("a form", "POST", LOGIN, "application/x-www-form-urlencoded"),
        type("a type that only begins like JSON", "POST", TODOS, "application/jsonx"),
        type("JSON in Latin-1", "POST", TODOS, "application/json; charset=iso-8859-1"),
        type("a merge patch that is POSTed", "POST", TODOS, "application/merge-patch+json"),
        type("a merge patch that is PUT", "PUT", "{todo}", "application/merge-patch+json"),
        type("a JSON patch", "PATCH", "{todo}", "application/json-patch+json"),
        type("no type on DELETE", "DELETE", ME, ""));
  }

  static Stream<Case> queries() {
    return Stream.of(
        query("limit 0", TODOS + "?limit=0", "invalid_parameter", "limit out_of_range"),
        query("limit 000", TODOS + "?limit=000", "invalid_parameter", "limit out_of_range"),
        query("limit -1", TODOS + "?limit=-1", "invalid_parameter", "limit out_of_range"),
        query("limit empty", TODOS + "?limit=", "invalid_parameter", "limit invalid_format"),
        query("limit bare", TODOS + "?limit", "invalid_parameter", "limit invalid_format"),
        query("limit a word", TODOS + "?limit=ten", "invalid_parameter", "limit invalid_format"),
        query("limit 1.5", TODOS + "?limit=1.5", "invalid_parameter", "limit invalid_format"),
        query("limit +1", TODOS + "?limit=+1", "invalid_parameter", "limit invalid_format"),
        query(
            "limit of other digits",
            TODOS + "?limit=%D9%A3",
            "invalid_parameter",
            "limit invalid_format"),
        query("limit twice", TODOS + "?limit=1&limit=1", "invalid_parameter", "limit not_allowed"),
        query("unknown", TODOS + "?page=2", "unknown_parameter", "page not_allowed"),
        query("another case", TODOS + "?Limit=2", "unknown_parameter", "Limit not_allowed"),
        query(
            "two unknown",
            TODOS + "?x&a=1&limit=2",
            "unknown_parameter",
            "x not_allowed a not_allowed"),
        query("unknown and invalid", TODOS + "?limit=0&x=1", "unknown_parameter", "x not_allowed"),
        query("unknown on one todo", "{todo}?fields=id", "unknown_parameter", "fields not_allowed"),
        query(
            "unknown on health",
            "/api/health?verbose=1",
            "unknown_parameter",
            "verbose not_allowed"),
        query("not a cursor", TODOS + "?cursor=2", "invalid_cursor"),
        query("a broken escape", TODOS + "?cursor=%2", "malformed_request"),
        query("an escape of no hex", TODOS + "?cursor=%zz", "malformed_request"),
        query("an escape of no UTF-8", TODOS + "?cursor=%ff", "malformed_request"));
  }

  @ParameterizedTest
  @MethodSource({"jsonThatIsNone", "fields", "types"})
  void isRefusedAndNothingChanges(Case it) {
    String before = whatThereIs();
    Client client = it.contentType.isEmpty() ? ada : ada.with("Content-Type", it.contentType);
    check(
        it,
        client.send(
            it.method,
            it.path.replace("{todo}", todo),
            BodyPublishers.ofString(it.body, ISO_8859_1)));
    assertThat(whatThereIs()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "[ | 32  | ] | The body is nested too deep: at most 32 objects and arrays in one another.",
        "1 | 101 | 0 | The body has a number that is too long: at most 100 characters.",
        "1 | 101 | .5 | The body has a number that is too long: at most 100 characters.",
        "- | 1   | 7 | ''"
      })
  void whatIsTooLongOrTooDeepIsToldByItsBound(String one, int times, String end, String detail) {
    String value = one.repeat(times) + (one.equals("[") ? end.repeat(times) : end);
    Client.Reply reply = ada.post(TODOS, "{\"a\":" + value + "}");
    if (detail.isEmpty()) {
      reply.expect(422, "validation_failed");
      return;
    }
    reply.expect(400, "malformed_request");
    assertThat(reply.json().get("detail").textValue()).isEqualTo(detail);
  }

  @Test
  void aNameThatIsTooLongIsToldByItsBound() {
    for (String name : List.of("a".repeat(50_001), "\\u0061" + "a".repeat(50_000))) {
      Client.Reply reply = ada.post(TODOS, "{\"" + name + "\":1}");
      reply.expect(400, "malformed_request");
      assertThat(reply.json().get("detail").textValue())
          .isEqualTo("The body has a name that is too long: at most 50000 characters.");
    }
    ada.post(TODOS, "{\"" + "a".repeat(50_000) + "\":1}").expect(422, "validation_failed");
  }

  private String whatThereIs() {
    return ada.get(TODOS).expect(200).body() + ada.get(ME).expect(200).body();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void isRefused(Case it) {
    try (RawConnection connection = new RawConnection(server.port())) {
      // The JDK's client does not send broken escapes.
      RawConnection.Answered answer =
          connection
              .send(
                  "GET "
                      + it.path.replace("{todo}", todo)
                      + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                      + token
                      + "\r\n\r\n")
              .read();
      assertThat(answer.status()).as(answer.body()).isEqualTo(it.status);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.json().path("code").asText()).isEqualTo(it.code);
      assertThat(errors(answer.json(), "parameter")).isEqualTo(String.join(" ", it.errors));
    }
  }

  private static void check(Case it, Client.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(it.status);
    JsonNode problem = reply.json();
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(problem.path("code").asText()).isEqualTo(it.code);
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + it.code.replace('_', '-'));
    assertThat(problem.path("status").asInt()).isEqualTo(it.status);
    assertThat(errors(problem, "pointer")).isEqualTo(String.join(" ", it.errors));
    assertThat(reply.header("Accept-Patch"))
        .isEqualTo(
            it.status == 415 && it.method.equals("PATCH")
                ? "application/merge-patch+json, application/json"
                : "");
  }

  private static String errors(JsonNode problem, String place) {
    List<String> errors = new ArrayList<>();
    for (JsonNode error : problem.path("errors")) {
      assertThat(error.path("detail").asText()).isNotBlank();
      errors.add(error.path(place).asText() + " " + error.path("code").asText());
    }
    return String.join(" ", errors);
  }
}
