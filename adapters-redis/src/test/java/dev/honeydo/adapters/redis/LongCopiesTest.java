package dev.honeydo.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.application.port.Cache;
import dev.honeydo.application.port.PageRequest;
import dev.honeydo.application.port.TodoPage;
import dev.honeydo.application.port.TodoQuery;
import dev.honeydo.contracts.Specimens;
import dev.honeydo.domain.todo.Heading;
import dev.honeydo.domain.todo.Task;
import dev.honeydo.domain.todo.Todo;
import dev.honeydo.domain.todo.TodoContent;
import dev.honeydo.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Copies of long values are deflated, and none is believed to be longer than a value can be. */
final class LongCopiesTest {
  private static final UserId OWNER = Specimens.userId();
  private static final Cache.Page KEY =
      new Cache.Page(OWNER, TodoQuery.NEWEST_FIRST, new PageRequest(100, Optional.empty()));

  @Test
  void aLongValueIsDeflatedAndRead() {
    Envelope<TodoPage> copy = copy(new TodoPage(Collections.nCopies(50, todo("a")), false));
    byte[] bytes = copy.write(KEY).orElseThrow();
    assertThat(bytes).hasSizeLessThan(2_000);
    assertThat(Envelope.read(KEY, bytes)).contains(copy);
  }

  @Test
  void whatCannotBeDeflatedIsKeptAsItIs() {
    Envelope<TodoPage> copy = copy(new TodoPage(List.of(todo(noise(2_000))), false));
    byte[] bytes = copy.write(KEY).orElseThrow();
    assertThat(Envelope.read(KEY, bytes)).contains(copy);
  }

  @Test
  void aValueThatIsTooLongIsNotKept() {
    List<Todo> huge = Collections.nCopies(100, todo(Specimens.BEE.repeat(10_000)));
    assertThat(copy(new TodoPage(huge, false)).write(KEY)).isEmpty();
  }

  @Test
  void aCopyThatIsTooLongIsNotKept() {
    List<Todo> noisy = IntStream.range(0, 60).mapToObj(i -> todo(noise(5_000 - i))).toList();
    assertThat(copy(new TodoPage(noisy, false)).write(KEY)).isEmpty();
  }

  @Test
  void noByteOfALongCopyCanBeAnother() {
    byte[] bytes =
        copy(new TodoPage(Collections.nCopies(20, todo("a")), false)).write(KEY).orElseThrow();
    for (int i = 0; i < bytes.length; i++) {
      byte[] other = bytes.clone();
      other[i] ^= 1;
      assertThat(Envelope.read(KEY, other)).as("byte %d", i).isEmpty();
      assertThat(Envelope.read(KEY, Arrays.copyOf(bytes, i))).as("%d bytes", i).isEmpty();
    }
  }

  @Test
  void aBombIsNoCopy() {
    byte[] zeros = new byte[64 << 20];
    byte[] bomb = Packing.deflated(zeros).orElseThrow();
    assertThat(forged(Envelope.SCHEMA, bomb, zeros.length)).isEmpty();
    assertThat(forged(Envelope.SCHEMA, bomb, Envelope.MOST_INFLATED)).isEmpty();
  }

  @Test
  void aCopyOfAnotherSchemaIsNone() {
    byte[] body = body();
    byte[] packed = Packing.deflated(body).orElseThrow();
    assertThat(forged(Envelope.SCHEMA, packed, body.length)).isPresent();
    assertThat(forged(Envelope.SCHEMA + 1, packed, body.length)).isEmpty();
    assertThat(forged(Envelope.SCHEMA, packed, body.length - 1)).isEmpty();
    assertThat(forged(Envelope.SCHEMA, packed, body.length + 1)).isEmpty();
  }

  private static byte[] body() {
    Output out = new Output();
    Payload.write(KEY, new TodoPage(Collections.nCopies(20, todo("a")), false), out);
    return out.toBytes();
  }

  /** What reads as a copy in everything but what it says of its body. */
  private static Optional<Envelope<TodoPage>> forged(int schema, byte[] packed, int length) {
    Output out = new Output();
    out.number((('H' << 8) | 'D') * 256L + schema);
    out.text("generation").text("run").text("era").number(1).number(2).number(3);
    out.flag(true).count(length).raw(packed, packed.length);
    CRC32 sum = new CRC32();
    sum.update(out.toBytes());
    sum.update(Keys.copy(KEY).getBytes(StandardCharsets.UTF_8));
    return Envelope.read(KEY, out.number(sum.getValue()).toBytes());
  }

  private static Envelope<TodoPage> copy(TodoPage page) {
    return new Envelope<>("generation", new Namespace("run", "era"), 1, 2, 3, page);
  }

  private static Todo todo(String task) {
    TodoContent content = TodoContent.of(new Heading("Buy bread"));
    return Specimens.todo(
        new TodoContent(
            content.heading(),
            new Task(task),
            false,
            content.priority(),
            content.dueAt(),
            content.tags()));
  }

  /** Letters that are as good as random. */
  private static String noise(int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(0x4E00 + random.nextInt(0x5000));
    }
    return text.toString();
  }
}
