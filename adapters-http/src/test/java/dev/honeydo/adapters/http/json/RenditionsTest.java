package dev.honeydo.adapters.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.honeydo.adapters.http.json.Renditions.Rendition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was rendered once is shown again for the very same object, and for no other. */
class RenditionsTest {
  private record Shown(String text) {}

  private final Renditions renditions = new Renditions();

  @Test
  void theSameObjectIsRenderedOnce() {
    Shown shown = new Shown("bread");
    assertThat(renditions.find(shown, "")).isNull();

    Rendition rendition = renditions.keep(shown, "", new Rendition(new byte[] {1}, "\"1\""));

    assertThat(renditions.find(shown, "")).isSameAs(rendition);
  }

  @Test
  void whatIsEqualButAnotherObjectOrAnotherVariantIsNot() {
    Shown shown = new Shown("bread");
    Rendition _ = renditions.keep(shown, "first page", new Rendition(new byte[] {1}, "\"1\""));

    assertThat(renditions.find(new Shown("bread"), "first page")).isNull();
    assertThat(renditions.find(shown, "second page")).isNull();
  }

  @Test
  void noMoreIsKeptThanThereIsRoomFor() {
    List<Shown> all = new ArrayList<>();
    int each = 1 << 20;
    for (int i = 0; i < 3 * Renditions.MOST_BYTES / each; i++) {
      Shown shown = new Shown("bread " + i);
      all.add(shown);
      Rendition _ = renditions.keep(shown, "", new Rendition(new byte[each], "\"1\""));
    }

    long kept = all.stream().filter(it -> renditions.find(it, "") != null).count();
    assertThat(kept * each).isPositive().isLessThanOrEqualTo(Renditions.MOST_BYTES);
  }
}
