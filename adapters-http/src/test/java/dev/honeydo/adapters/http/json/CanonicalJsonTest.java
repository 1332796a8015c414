package dev.honeydo.adapters.http.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.http.body.JsonBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  @Test
  void membersAreInTheOrderOfTheirNamesAtEveryDepth() {
    assertThat(canonical(" {\"b\" : [ {\"z\":1, \"a\":null} , true ],\n\"a\" : \"\\u00e9\\/\"}"))
        .isEqualTo("{\"a\":\"é/\",\"b\":[{\"a\":null,\"z\":1e0},true]}");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.0",
    "1, 1e0",
    "100, 1E+2",
    "0, -0",
    "0, 0.0",
    "0, 0e99",
    "-12.50, -1250e-2",
    "1e999999999, 10e999999998",
    "100e2147483647, 10e2147483648",
  })
  void numbersAreOneByTheirValue(String one, String same) {
    assertThat(canonical("{\"n\":" + one + "}")).isEqualTo(canonical("{\"n\":" + same + "}"));
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "1, -1", "1, 10", "1, '\"1\"'", "0, null", "0.1, 0.10000000000000000001"})
  void differentValuesStayApart(String one, String other) {
    assertThat(canonical("{\"n\":" + one + "}")).isNotEqualTo(canonical("{\"n\":" + other + "}"));
  }

  private static String canonical(String text) {
    return new String(CanonicalJson.of(JsonBody.parse(text.getBytes(UTF_8))), UTF_8);
  }
}
