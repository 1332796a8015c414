package dev.honeydo.adapters.http.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test cases of RFC 7396, appendix A, whose target and patch are objects; and more. */
class MergePatchTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':'b'}            | {'a':'c'}             | {'a':'c'}",
        "{'a':'b'}            | {'b':'c'}             | {'a':'b','b':'c'}",
        "{'a':'b'}            | {'a':null}            | {}",
        "{'a':'b','b':'c'}    | {'a':null}            | {'b':'c'}",
        "{'a':['b']}          | {'a':'c'}             | {'a':'c'}",
        "{'a':'c'}            | {'a':['b']}           | {'a':['b']}",
        "{'a':{'b':'c'}}      | {'a':{'b':'d','c':null}} | {'a':{'b':'d'}}",
        "{'a':[{'b':'c'}]}    | {'a':[1]}             | {'a':[1]}",
        "{'e':null}           | {'a':1}               | {'e':null,'a':1}",
        "{}                   | {'a':{'bb':{'ccc':null}}} | {'a':{'bb':{}}}",
        "{'a':1}              | {'a':{'b':{'c':2}}}   | {'a':{'b':{'c':2}}}",
        "{'a':1.50}           | {'b':[null,1e400]}    | {'a':1.50,'b':[null,1E+400]}"
      })
  void whatIsMerged(String target, String patch, String result) {
    ObjectNode before = object(target);
    assertThat(MergePatch.apply(before, object(patch)).toString())
        .isEqualTo(result.replace('\'', '"'));
    assertThat(before.toString()).isEqualTo(target.replace('\'', '"'));
  }

  private static ObjectNode object(String text) {
    return JsonBody.parse(text.replace('\'', '"').getBytes(UTF_8));
  }
}
